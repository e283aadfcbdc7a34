/**
 * German texts of Blockly's that we say in another way: its "um" is a mistranslated "to", its "0.0" is no German number,
 * and a function is what pupils know as a block of their own.
 */
export const blocklyDeMends: Readonly<Record<string, string>> = {
  MATH_RANDOM_FLOAT_TITLE_RANDOM: 'Zufallszahl zwischen 0 und 1',
  MATH_RANDOM_FLOAT_TOOLTIP: 'Gibt irgendeine Zahl zwischen 0 und 1, auch mit Komma: 0,37 zum Beispiel.',
  PROCEDURES_CALLNORETURN_TOOLTIP: 'Führt deinen Block „%1“ aus.',
  PROCEDURES_CALLRETURN_TOOLTIP: 'Führt deinen Block „%1“ aus und nimmt, was er zurückgibt.',
  PROCEDURES_CALL_DISABLED_DEF_WARNING: 'Dein Block „%1“ ist gerade ausgeschaltet.',
  PROCEDURES_DEFNORETURN_COMMENT: 'Was macht dieser Block?',
  PROCEDURES_DEFNORETURN_PROCEDURE: 'etwas tun',
  PROCEDURES_DEFNORETURN_TITLE: 'eigener Block',
  PROCEDURES_DEFNORETURN_TOOLTIP:
    'Hier sagst du, was dein eigener Block tut. Danach findest du ihn im Werkzeugkasten.',
  PROCEDURES_DEFRETURN_COMMENT: 'Was rechnet dieser Block aus?',
  PROCEDURES_DEFRETURN_PROCEDURE: 'etwas ausrechnen',
  PROCEDURES_DEFRETURN_TITLE: 'eigener Block',
  PROCEDURES_DEFRETURN_TOOLTIP:
    'Hier sagst du, was dein eigener Block ausrechnet. Danach findest du ihn im Werkzeugkasten.',
  PROCEDURES_DEF_DUPLICATE_WARNING: 'Zwei Eingaben dieses Blocks heißen gleich.',
  PROCEDURES_HIGHLIGHT_DEF: 'Zeigen, was der Block tut',
  PROCEDURES_IFRETURN_TOOLTIP:
    'Stimmt die Bedingung, ist dein Block hier fertig und gibt diesen Wert zurück.',
  PROCEDURES_IFRETURN_WARNING: 'Dieser Block gehört in einen eigenen Block.',
  PROCEDURES_MUTATORARG_TITLE: 'Eingabe:',
  PROCEDURES_MUTATORARG_TOOLTIP: 'Eine Eingabe für deinen Block.',
  PROCEDURES_MUTATORCONTAINER_TITLE: 'Eingaben',
  PROCEDURES_MUTATORCONTAINER_TOOLTIP: 'Welche Eingaben dein Block hat, und in welcher Reihenfolge.',
};
