/** Lines for Windows PowerShell and PowerShell 7 (about_Quoting_Rules: a quote in single quotes is doubled). Pure. */
import type { ShellWriter } from './shell-writer.ts';

/** SECURITY: PowerShell takes the typographic ones for single quotes as well. */
const quotes = /['\u2018\u2019\u201a\u201b]/g;

export const powershell: ShellWriter = {
  newline: '\r\n',
  unset: (names) => names.map((name) => `Remove-Item Env:${name} -ErrorAction SilentlyContinue`),
  set: (variables) => variables.map(([name, value]) => `$Env:${name} = '${value.replace(quotes, '$&$&')}'`),
};
