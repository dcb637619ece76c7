/** Lets TypeScript accept style sheets that a component brings along; the bundler takes them from there. */
declare module '*.css';
