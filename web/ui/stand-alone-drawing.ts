/** What of its style a drawn shape needs; everything else has its initial value in Blockly's drawings. */
const shapeStyles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity'] as const;
const textStyles = [
  'fill',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;
/** What says where and which shape an element is. */
const geometry: ReadonlySet<string> = new Set([
  'd',
  'x',
  'y',
  'width',
  'height',
  'rx',
  'ry',
  'cx',
  'cy',
  'r',
  'points',
  'transform',
  'dy',
]);
/** The arrow of a dropdown, 13 by 9 px; Blockly has it as a picture in a data address. */
const arrow =
  'M6.36 7.79a1.43 1.43 0 0 1-1-.42L1.42 3.45a1.44 1.44 0 0 1 0-2c.56-.56 9.31-.56 9.87 0a1.44 1.44 0 0 1 0 2L7.37 7.37a1.43 1.43 0 0 1-1.01.42Z';

/**
 * A copy of a drawing that is laid out in the document, with its styles as attributes: without classes, ids, scripts
 * and addresses, so nothing of the page it comes to changes it, and it changes nothing there.
 *
 * @param kept other attributes that stay.
 */
export function standAlone(drawing: SVGElement, kept: ReadonlySet<string> = new Set()): SVGElement {
  const copy = copyOf(drawing, kept) ?? empty('g');
  copy.removeAttribute('transform');
  return copy;
}

function copyOf(original: Element, kept: ReadonlySet<string>): SVGElement | null {
  const style = getComputedStyle(original);
  if (style.display === 'none') return null;
  if (original.localName === 'image') return pictureOf(original);
  const copy = empty(original.localName);
  for (const { name, value } of original.attributes)
    if (geometry.has(name) || kept.has(name)) copy.setAttribute(name, value);
  if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity);
  if (original.localName === 'text' || original.localName === 'tspan') {
    for (const name of textStyles) copy.setAttribute(name, style.getPropertyValue(name));
    // Blockly puts signs between words that keep them together; they are part of what was measured.
    if (original.childElementCount === 0) copy.textContent = original.textContent;
  } else if (original.localName !== 'g') {
    for (const name of shapeStyles) copy.setAttribute(name, style.getPropertyValue(name));
    if (style.fill === 'none' && style.stroke === 'none') return null;
  }
  for (const child of original.children) {
    const inner = copyOf(child, kept);
    if (inner) copy.append(inner);
  }
  if (original.localName === 'g' && copy.childElementCount === 0) return null;
  return copy;
}

/** The only pictures on our blocks are the arrows of dropdowns, and the marks around texts, which say what they show. */
function pictureOf(image: Element): SVGElement {
  const sign = image.getAttribute('alt');
  const copy = empty(sign ? 'text' : 'path');
  const moved = image.getAttribute('transform') ?? '';
  const [x, y] = ['x', 'y'].map((name) => Number.parseFloat(image.getAttribute(name) ?? '0'));
  copy.setAttribute('transform', `${moved} translate(${x} ${y})`.trim());
  copy.setAttribute('fill', '#fff');
  if (sign) {
    copy.textContent = sign;
    // As large as the picture that it stands for, 12 px.
    for (const [name, value] of Object.entries({ x: 6, y: 18, 'font-size': 24, 'text-anchor': 'middle' }))
      copy.setAttribute(name, String(value));
    copy.setAttribute('font-family', getComputedStyle(image).fontFamily);
  } else copy.setAttribute('d', arrow);
  return copy;
}

function empty(name: string): SVGElement {
  return document.createElementNS('http://www.w3.org/2000/svg', name);
}
