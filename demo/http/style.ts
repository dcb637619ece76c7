// How Larkfield's own pages look: deliberately not like the app, since a real company's page would not either.

export const STYLE = `
:root { color-scheme: light dark; --ground: #e8eef0; --card: #fff; --ink: #22313a; --dim: #46555d; --teal: #3d6f7d;
  --teal-ink: #2b5f6d; --edge: #74868d; --on-teal: #fff; --error: #9c2218; --error-ground: #fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --ground: #141b1e; --card: #1e282c; --ink: #e6edef; --dim: #a9b8be;
  --teal: #6fb3c4; --teal-ink: #8cc8d6; --edge: #7f9299; --on-teal: #10191c; --error: #ffb1a8; --error-ground: #43211d; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: grid; place-content: center; justify-items: center; gap: 18px; padding: 20px 16px;
  background: var(--ground); color: var(--ink); font: 13px/19px "DejaVu Sans", Verdana, sans-serif; }
main { width: min(360px, calc(100vw - 32px)); background: var(--card); padding: 26px 32px 24px; border-top: 3px solid var(--teal); }
.logo { display: flex; gap: 8px; justify-content: center; align-items: center; font-size: 15px; letter-spacing: .04em; }
.logo i { width: 18px; height: 18px; border-radius: 9px 0 9px 0; background: var(--teal); forced-color-adjust: none; }
h1 { font-size: 16px; line-height: 22px; font-weight: 600; margin: 16px 0 8px; text-align: center; }
main > p:not(.logo, .error) { text-align: center; color: var(--dim); }
form { display: grid; gap: 4px; margin-top: 10px; }
label { color: var(--dim); font-size: 12px; }
input { font: inherit; color: inherit; background: transparent; border: 1px solid var(--edge); padding: 7px 9px; margin-bottom: 8px; width: 100%; }
input[aria-invalid] { border-color: var(--error); }
button { font: inherit; font-weight: 600; padding: 8px 12px; margin-top: 6px; border: 1px solid var(--teal); background: var(--teal); color: var(--on-teal); }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 2px solid var(--teal-ink); outline-offset: 2px; }
.error { color: var(--error); background: var(--error-ground); padding: 8px 10px; }
section { margin-top: 20px; padding-top: 14px; border-top: 1px solid color-mix(in srgb, var(--edge) 40%, transparent); }
h2 { font-size: 12px; line-height: 18px; font-weight: 600; margin-bottom: 6px; }
h2 span { font-weight: 400; color: var(--dim); }
code { font: 600 12px/1 "DejaVu Sans Mono", Consolas, monospace; color: var(--ink); }
dl { display: grid; gap: 2px; font-size: 12px; line-height: 17px; }
dl div { display: grid; grid-template-columns: 48px 1fr; }
dt { font-weight: 600; } dd { color: var(--dim); }
a { color: var(--teal-ink); } .way-out { margin-top: 14px; font-size: 12px; }
.legal { font-size: 11px; color: var(--dim); }
`;
