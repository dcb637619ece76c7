/** Set by the build (`scripts/build.mjs`); nothing can change them at run time. */
declare const __FLAVOUR__: 'test' | 'shipping';
declare const __FALLBACK_RUNTIME__: boolean;
