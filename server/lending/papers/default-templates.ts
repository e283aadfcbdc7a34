import type { PaperKind } from '../../api/contract/lending/papers.ts';

/**
 * The texts that Steckbrett comes with. They are templates and no legal advice (docs/papers.md); an association changes
 * them as it needs.
 */
const agreement = `# {{#leihe}}Leihvertrag{{/leihe}}{{#spende}}Schenkungsvertrag{{/spende}}

{{#leihe}}Nr. {{leihe.nummer}} · unentgeltliche Leihe nach §§ 598 ff. BGB{{/leihe}}{{#spende}}Nr. {{leihe.nummer}} · Schenkung nach §§ 516 ff. BGB{{/spende}}

| {{#leihe}}Verleiher{{/leihe}}{{#spende}}Schenker{{/spende}} | {{#leihe}}Entleiher{{/leihe}}{{#spende}}Beschenkte{{/spende}} |
|---|---|
| **{{verein.name}}** | **{{schule.name}}** |
| {{verein.anschrift}} | {{schule.anschrift}} |
| {{#verein.vertretung}}vertreten durch {{verein.vertretung}}{{/verein.vertretung}} | {{#schule.traeger}}Schulträger: {{schule.traeger}}{{/schule.traeger}} |
| {{#verein.email}}E-Mail: {{verein.email}}{{/verein.email}} | {{#schule.kontakt}}Ansprechperson: {{schule.kontakt}}{{/schule.kontakt}} |
| {{#verein.telefon}}Telefon: {{verein.telefon}}{{/verein.telefon}} | {{schule.email}}{{#schule.telefon}} · {{schule.telefon}}{{/schule.telefon}} |

{{#leihe}}
## § 1 Gegenstand

Der Verein überlässt der Schule die in der Anlage aufgeführten Gegenstände{{#leihe.kits}} ({{leihe.kits}}){{/leihe.kits}} unentgeltlich zum Gebrauch. Die Anlage mit Inventarnummern, Einzelteilen und Zeitwerten ist Teil dieses Vertrags. Alle Gegenstände bleiben Eigentum des Vereins. Ihr Zeitwert beträgt zusammen **{{leihe.wert}}**.

## § 2 Leihzeit

Die Leihe beginnt am **{{leihe.beginn}}** und endet am **{{leihe.ende}}**. Eine Verlängerung ist möglich, wenn der Verein ihr vor dem Ende zustimmt; eine Nachricht per E-Mail genügt. Für eine vorzeitige Kündigung gilt § 605 BGB.

## § 3 Übergabe und Prüfung

Die Schule prüft bei der Übergabe, ob alles vollständig und ohne erkennbare Schäden ist. Was dabei auffällt, wird im Übergabeprotokoll festgehalten. Was sich erst später zeigt, meldet die Schule unverzüglich.

## § 4 Gebrauch

- Die Gegenstände werden sorgsam behandelt und nur für den Unterricht und schulische Veranstaltungen genutzt.
- Dauerhafte Veränderungen (Löten, Kleben, Bohren, Gravieren, Entfernen von Etiketten) sind nicht erlaubt.
- Eine Weitergabe an Dritte ist nur mit Zustimmung des Vereins erlaubt (§ 603 BGB). Die Nutzung durch Schülerinnen und Schüler der Schule ist keine Weitergabe.
- Schäden und Verluste meldet die Schule unverzüglich. Sie repariert nichts ohne Absprache.

## § 5 Haftung

1. Der Verein hat nur Vorsatz und grobe Fahrlässigkeit zu vertreten (§ 599 BGB). Für Mängel haftet er nach § 600 BGB.
2. Die Schule haftet für Verlust und für Schäden, die sie oder die Nutzenden vorsätzlich oder fahrlässig verursachen. Für die Abnutzung durch den vertragsgemäßen Gebrauch haftet sie nicht (§ 602 BGB).
3. Ersetzt wird der Zeitwert, höchstens der in der Anlage genannte Wert, nicht der Neupreis.

## § 6 Daten

Auf den Geräten werden keine personenbezogenen Daten gespeichert, die für den Unterricht nicht nötig sind. Bei der Rückgabe löscht der Verein das WLAN der Schule und alle Arbeiten von den Geräten. Was die Schule behalten möchte, sichert sie vorher.

## § 7 Rückgabe

Die Schule gibt alles bis zum Ende der Leihzeit vollständig und im übernommenen Zustand zurück, die normale Abnutzung ausgenommen. Zustand, fehlende und beschädigte Teile werden gemeinsam im Rückgabeprotokoll festgehalten.
{{/leihe}}

{{#spende}}
## § 1 Gegenstand

Der Verein schenkt der Schule die in der Anlage aufgeführten Gegenstände{{#leihe.kits}} ({{leihe.kits}}){{/leihe.kits}}. Die Anlage mit Inventarnummern, Einzelteilen und Zeitwerten ist Teil dieses Vertrags. Der Zeitwert beträgt zusammen **{{leihe.wert}}**.

## § 2 Übergabe

Die Schenkung wird mit der Übergabe am {{leihe.beginn}} vollzogen (§ 518 Abs. 2 BGB); damit geht das Eigentum an die Schule oder ihren Träger über. Die Schule prüft bei der Übergabe, ob alles vollständig ist.

## § 3 Zweck

Die Gegenstände sind für den Unterricht bestimmt. Gibt die Schule sie nicht mehr dafür her, bietet sie sie dem Verein oder einer anderen Schule an.

## § 4 Haftung

Der Verein hat nur Vorsatz und grobe Fahrlässigkeit zu vertreten (§ 521 BGB). Für Mängel haftet er nach §§ 523 und 524 BGB.

## § 5 Daten

Ab der Übergabe verantwortet die Schule, welche Daten auf den Geräten sind. Gibt sie ein Gerät ab, löscht sie sie vorher.
{{/spende}}

## Datenschutz

Der Verein verarbeitet Name, dienstliche E-Mail-Adresse und Telefonnummer der Ansprechperson sowie die Unterschriften, um diesen Vertrag zu erfüllen (Art. 6 Abs. 1 lit. b und f DSGVO). Er gibt sie nicht weiter und löscht sie, wenn sie für den Vertrag und gesetzliche Aufbewahrungsfristen nicht mehr nötig sind. {{#verein.email}}Auskunft, Berichtigung und Löschung: {{verein.email}}.{{/verein.email}}

## Schluss

Änderungen werden in Textform vereinbart. Ist eine Regelung unwirksam, gelten die übrigen weiter.

{{unterschriften}}

## Anlage: Inhalt und Zeitwerte

{{inhalt}}
`;

const parties = `| Verein | Schule |
|---|---|
| **{{verein.name}}** | **{{schule.name}}** |
| {{verein.anschrift}} | {{schule.anschrift}} |
| {{verein.vertretung}} | {{schule.kontakt}} |
`;

const issue = `# Übergabeprotokoll

Ausgabe zu {{#leihe}}Leihvertrag{{/leihe}}{{#spende}}Schenkungsvertrag{{/spende}} Nr. {{leihe.nummer}}

${parties}
Die Gegenstände wurden am **{{datum}}** um **{{leihe.uhrzeit}} Uhr** übergeben.{{#leihe}} Die Leihe endet am **{{leihe.ende}}**.{{/leihe}}

## Inhalt

{{inhalt}}

## Zustand

{{zustand}}

{{#leihe.bemerkung}}
**Bemerkungen:** {{leihe.bemerkung}}
{{/leihe.bemerkung}}

Die Schule hat die Gegenstände geprüft und wie aufgeführt übernommen. Was sich erst später zeigt, meldet sie unverzüglich dem Verein{{#verein.email}} ({{verein.email}}){{/verein.email}}.

{{unterschriften}}
`;

const giveBack = `# Rückgabeprotokoll

Rückgabe zu Leihvertrag Nr. {{leihe.nummer}}

${parties}
Die Leihe lief vom {{leihe.beginn}} bis zum {{leihe.ende}}. Dieses Protokoll wurde am **{{datum}}** um **{{leihe.uhrzeit}} Uhr** aufgenommen.

## Was fehlt oder beschädigt ist

{{fehlliste}}

{{#leihe.bemerkung}}
**Bemerkungen:** {{leihe.bemerkung}}
{{/leihe.bemerkung}}

## Zustand

{{zustand}}

## Selbsttest der Geräte

{{tests}}

Das WLAN der Schule und ihre Daten werden von den Geräten gelöscht; ob das bei der Rückgabe schon geschehen ist, steht beim Selbsttest.

{{unterschriften}}
`;

export const defaultTemplates: Readonly<Record<PaperKind, string>> = { agreement, issue, return: giveBack };
