/** Lets TypeScript accept the address of a worker, which the bundler builds into a file of its own. */
declare module '*?worker&url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: so Vite gives it
  export default address;
}
