// @ts-check
// Pure: which pictures are made of which SVG source, in which size and colour, and the two containers that hold them.

/** @typedef {{ source: string, file: string, size: number, ink: string, stub?: string }} IconJob */

export const trayStates = ['signed-out', 'active', 'ending-soon', 'ended'];
export const appIconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const ink = '#1b1d21';
const paper = '#fdfcfa';

// Electron finds the @…x files beside the named one. Windows draws 16 px at 100 %, Linux panels 22, macOS 18 pt.
const windowsSizes = { '': 16, '@1.25x': 20, '@1.5x': 24, '@2x': 32 };
const linuxSizes = { '': 22, '@2x': 44 };
const macSizes = { '': 18, '@2x': 36 };

/** The SVGs are drawn for 16, 22 and 32 px; the next larger drawing stays crisp. @param {number} size */
export function drawingFor(size) {
  return size <= 16 ? 16 : size <= 22 ? 22 : 32;
}

/**
 * @param {string} state
 * @param {string} stem file name without size mark and ending
 * @param {Record<string, number>} sizes
 * @param {{ ink: string, stub?: string }} colours
 * @returns {IconJob[]}
 */
function trayJobs(state, stem, sizes, colours) {
  return Object.entries(sizes).map(([mark, size]) => ({
    source: `tray/${state}-${drawingFor(size)}.svg`,
    file: `tray/${stem}${mark}.png`,
    size,
    ...colours,
  }));
}

/** `-dark` is dark ink for light panels and taskbars, `-light` the other way round. @returns {IconJob[]} */
export function iconJobs() {
  const tray = trayStates.flatMap((state) => [
    // macOS colours a template itself; only its shape counts.
    ...trayJobs(state, `mac/${state}Template`, macSizes, { ink: '#000000' }),
    ...trayJobs(state, `windows/${state}-dark`, windowsSizes, { ink, stub: '#c26a00' }),
    ...trayJobs(state, `windows/${state}-light`, windowsSizes, { ink: paper, stub: '#e59b22' }),
    ...trayJobs(state, `linux/${state}-dark`, linuxSizes, { ink }),
    ...trayJobs(state, `linux/${state}-light`, linuxSizes, { ink: paper }),
  ]);
  const app = appIconSizes.map((size) => ({
    source: 'app-icon.svg',
    file: `icons/${size}x${size}.png`,
    size,
    ink,
  }));
  return [...tray, ...app];
}

/**
 * @param {string} svg with `currentColor`, and the stub's path marked by its class
 * @param {{ ink: string, stub?: string }} colours
 */
export function coloured(svg, { ink: main, stub }) {
  const withStub = stub ? svg.replace(/(<path class="stub"[^>]*fill=")currentColor/, `$1${stub}`) : svg;
  return withStub.replaceAll('currentColor', main);
}

/**
 * The app's icon: the ticket of the tray's `active` shape in ink on a paper rounded square.
 * @param {string} activeSvg the 32 px drawing
 */
export function appIconSvg(activeSvg) {
  const ticket = /<path d="([^"]+)"/.exec(activeSvg)?.[1];
  if (!ticket) throw new Error('The tray drawing has no path.');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1024" height="1024" viewBox="0 0 1024 1024"><rect x="66" y="66" width="892" height="892" rx="200" fill="${paper}" stroke="${ink}" stroke-opacity="0.16" stroke-width="12"/><path transform="translate(160 160) scale(22)" d="${ticket}" fill="currentColor" fill-rule="evenodd"/></svg>\n`;
}

/**
 * A Windows icon of PNGs (ICONDIR with one ICONDIRENTRY each; 0 stands for 256).
 * @param {readonly { size: number, png: Buffer }[]} pictures
 */
export function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** @type {Record<number, string>} the types under which Apple's icon format holds PNGs */
const icnsTypes = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/** @param {readonly { size: number, png: Buffer }[]} pictures sizes without a type are left out */
export function icns(pictures) {
  const parts = pictures.flatMap(({ size, png }) => {
    const type = icnsTypes[size];
    if (!type) return [];
    const head = Buffer.from(`${type}\0\0\0\0`);
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const head = Buffer.from('icns\0\0\0\0');
  head.writeUInt32BE(8 + Buffer.concat(parts).length, 4);
  return Buffer.concat([head, ...parts]);
}
