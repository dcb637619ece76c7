// @ts-check
// A throw-away Electron app that draws SVGs into PNGs: reads its jobs from the JSON file named last on the command line.
const { app, BrowserWindow } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

/** Runs in the page. @param {string} svg @param {number} size */
async function draw(svg, size) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d context');
  context.drawImage(image, 0, 0, size, size);
  const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

app
  .whenReady()
  .then(async () => {
    const jobs = JSON.parse(fs.readFileSync(process.argv.at(-1) ?? '', 'utf8'));
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    await window.loadURL('about:blank');
    for (const { svg, size, file } of jobs) {
      const encoded = await window.webContents.executeJavaScript(
        `(${draw})(${JSON.stringify(svg)}, ${size})`,
      );
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, Buffer.from(encoded, 'base64'));
    }
    app.exit(0);
  })
  .catch((error) => {
    process.stderr.write(`${error}\n`);
    app.exit(1);
  });
