import type { Language } from '../messages/index.ts';

/** A function or class that stands in a program only if the program needs it. */
export interface Helper {
  /** What it imports: `module name`. */
  readonly imports?: readonly string[];
  /** Other helpers that it calls. */
  readonly needs?: readonly string[];
  /** What a Pi must have beside Python and gpiozero: Debian's package. */
  readonly package?: string;
  /** What it is for, in the page's language, as its docstring. */
  readonly says: Readonly<Record<Language, string>>;
  /** Its code; `%` stands where the docstring is. */
  readonly code: string;
}

/** Helpers of the language; those of parts are in the parts' files. */
export const helpers = {
  as_text: {
    says: { de: 'Schreibt ganze Zahlen ohne Komma.', en: 'Writes whole numbers without a point.' },
    code: `
def as_text(value):
    %
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)
`,
  },
  as_line: {
    needs: ['as_text'],
    says: {
      de: 'Schreibt eine Liste mit Kommas zwischen dem, was in ihr ist.',
      en: 'Writes a list with commas between what is in it.',
    },
    code: `
def as_line(value):
    %
    if isinstance(value, list):
        return ", ".join(map(as_text, value))
    return as_text(value)
`,
  },
  divide: {
    says: {
      de: 'Teilt; durch 0 wird es unendlich statt ein Fehler.',
      en: 'Divides; by 0 gives infinity instead of an error.',
    },
    code: `
def divide(a, b):
    %
    return a / b if b else a * float("inf")
`,
  },
  remainder: {
    says: {
      de: 'Der Rest beim Teilen; beim Teilen durch 0 gibt es keine Zahl.',
      en: 'What is left when dividing; dividing by 0 gives no number.',
    },
    code: `
def remainder(a, b):
    %
    return a % b if b else float("nan")
`,
  },
  count: {
    says: {
      de: 'Zählt hinauf oder hinunter, bis zum Ende und mit ihm.',
      en: 'Counts up or down, to the end and with it.',
    },
    code: `
def count(start, end, step):
    %
    step = abs(step) if start <= end else -abs(step)
    while (start <= end) if step >= 0 else (start >= end):
        yield start
        start += step
`,
  },
  map_range: {
    says: {
      de: 'Rechnet einen Wert von einem Bereich auf einen anderen um.',
      en: 'Converts a value from one range to another.',
    },
    code: `
def map_range(value, from_low, from_high, to_low, to_high):
    %
    if from_low == from_high:
        return to_low
    return to_low + (value - from_low) * (to_high - to_low) / (from_high - from_low)
`,
  },
  text_to_number: {
    says: {
      de: 'Macht aus „3,5“ oder „3.5“ eine Zahl; 0, wenn es keine ist.',
      en: 'Makes a number of "3,5" or "3.5"; 0 if it is none.',
    },
    imports: ['math isfinite'],
    code: `
def text_to_number(text):
    %
    try:
        number = float(str(text).strip().replace(",", "."))
    except ValueError:
        return 0
    return number if isfinite(number) else 0
`,
  },
  letter: {
    says: {
      de: 'Der Buchstabe an dieser Stelle, von 1 gezählt; -1 ist der letzte.',
      en: 'The letter at this place, counted from 1; -1 is the last.',
    },
    code: `
def letter(text, place):
    %
    if place < 0:
        place += len(text) + 1
    return text[place - 1:place] if place > 0 else ""
`,
  },
  part_of: {
    says: {
      de: 'Von einer Stelle bis zu einer anderen, von 1 gezählt; -1 ist die letzte.',
      en: 'From one place to another, counted from 1; -1 is the last.',
    },
    code: `
def part_of(whole, first, last):
    %
    if first < 0:
        first += len(whole) + 1
    if last < 0:
        last += len(whole) + 1
    return whole[max(first - 1, 0):max(last, 0)]
`,
  },
  place_of: {
    says: {
      de: 'An welcher Stelle der Liste etwas steht, von 1 gezählt; 0, wenn es fehlt.',
      en: 'At which place of the list something stands, counted from 1; 0 if it is missing.',
    },
    code: `
def place_of(item, items):
    %
    return items.index(item) + 1 if item in items else 0
`,
  },
  last_place_of: {
    says: {
      de: 'An welcher Stelle der Liste etwas zuletzt steht, von 1 gezählt; 0, wenn es fehlt.',
      en: 'At which place of the list something stands last, counted from 1; 0 if it is missing.',
    },
    code: `
def last_place_of(item, items):
    %
    return len(items) - items[::-1].index(item) if item in items else 0
`,
  },
  number_of: {
    says: {
      de: 'Die Zahl selbst; alles andere zählt als 0.',
      en: 'The number itself; everything else counts as 0.',
    },
    code: `
def number_of(value):
    %
    return value if isinstance(value, (int, float)) else 0
`,
  },
  in_order: {
    says: {
      de: 'Lässt eine Funktion im Hintergrund laufen: einmal für jedes Ereignis, der Reihe nach.',
      en: 'Runs a function in the background: once for each event, one after the other.',
    },
    imports: ['queue Queue', 'threading Thread'],
    code: `
waiting = []


def in_order(stack):
    %
    events = Queue()
    waiting.append(events)

    def work():
        while True:
            events.get()
            stack()
            events.task_done()

    Thread(target=work, daemon=True).start()
    return lambda: events.put(True)
`,
  },
  all_of: {
    says: {
      de: 'Macht aus mehreren Funktionen eine, die sie nacheinander aufruft.',
      en: 'Makes one function of several, which calls them one after the other.',
    },
    code: `
def all_of(*stacks):
    %
    def run():
        for stack in stacks:
            stack()

    return run
`,
  },
  every: {
    says: {
      de: 'Ruft eine Funktion im Takt auf. Versäumte Takte holt sie mit einem einzigen nach.',
      en: 'Calls a function to a beat. Beats that were missed are made up for by a single one.',
    },
    imports: ['time monotonic', 'time sleep'],
    code: `
def every(seconds, stack):
    %
    beat = monotonic()
    while True:
        beat += seconds
        late = monotonic() - beat
        if late > 0:
            beat += late // seconds * seconds
        sleep(max(0, beat - monotonic()))
        stack()
`,
  },
  percent: {
    says: { de: '0 bis 100 Prozent als Zahl von 0 bis 1.', en: '0 to 100 percent as a number from 0 to 1.' },
    code: `
def percent(value):
    %
    return min(max(value, 0), 100) / 100
`,
  },
} satisfies Readonly<Record<string, Helper>>;
