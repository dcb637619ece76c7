/** The icon paths: 16 px grid, 1.5 px stroke, round joins, the colour of the text around. */
import type { ReactNode } from 'react';

const paths = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.4 3.4" />
    </>
  ),
  window: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M2 6.4h12" />
    </>
  ),
  copy: (
    <>
      <rect x="5.75" y="5.75" width="7.75" height="7.75" rx="1.75" />
      <path d="M10.25 5.75V4.2a1.7 1.7 0 0 0-1.7-1.7H4.2a1.7 1.7 0 0 0-1.7 1.7v4.35a1.7 1.7 0 0 0 1.7 1.7h1.55" />
    </>
  ),
  plus: <path d="M8 3v10M3 8h10" />,
  out: (
    <>
      <path d="M6.5 3.5H4.2a1.7 1.7 0 0 0-1.7 1.7v6.6a1.7 1.7 0 0 0 1.7 1.7h6.6a1.7 1.7 0 0 0 1.7-1.7V9.5M9.5 2.5h4v4M13.2 2.8 7.6 8.4" />
    </>
  ),
  folder: (
    <>
      <path d="M2 4.7A1.6 1.6 0 0 1 3.6 3.1h2.5l1.6 1.8h4.7A1.6 1.6 0 0 1 14 6.5v4.9a1.6 1.6 0 0 1-1.6 1.6H3.6A1.6 1.6 0 0 1 2 11.4z" />
    </>
  ),
  file: (
    <>
      <path d="M9 2.2H5.2a1.6 1.6 0 0 0-1.6 1.6v8.4a1.6 1.6 0 0 0 1.6 1.6h5.6a1.6 1.6 0 0 0 1.6-1.6V5.6z" />
      <path d="M9 2.2v3.4h3.4" />
    </>
  ),
  sheet: (
    <>
      <rect x="2.4" y="2.9" width="11.2" height="10.2" rx="1.6" />
      <path d="M2.4 6.3h11.2M2.4 9.7h11.2M6.3 6.3v6.8" />
    </>
  ),
  code: (
    <>
      <path d="M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />
    </>
  ),
  image: (
    <>
      <rect x="2.4" y="2.9" width="11.2" height="10.2" rx="1.6" />
      <path d="m2.8 11.4 3.2-3.2 2.4 2.3 1.9-1.7 2.9 2.6" />
      <circle cx="10.4" cy="5.9" r=".9" />
    </>
  ),
  cold: (
    <>
      <path d="M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11" />
    </>
  ),
  zip: (
    <>
      <rect x="2.4" y="3" width="11.2" height="3" rx="1" />
      <path d="M3.4 6v5.6A1.4 1.4 0 0 0 4.8 13h6.4a1.4 1.4 0 0 0 1.4-1.4V6M6.6 8.6h2.8" />
    </>
  ),
  bucket: (
    <>
      <ellipse cx="8" cy="4.3" rx="5.2" ry="1.8" />
      <path d="m2.8 4.3 1.2 8.1c.1.8 1.9 1.4 4 1.4s3.9-.6 4-1.4l1.2-8.1" />
    </>
  ),
  up: (
    <>
      <path d="M8 13V3.3M4 7.2l4-4 4 4" />
    </>
  ),
  down: (
    <>
      <path d="M8 3v9.7M4 8.8l4 4 4-4" />
    </>
  ),
  refresh: (
    <>
      <path d="M13.3 8a5.3 5.3 0 1 1-1.6-3.8" />
      <path d="M13.5 2v3h-3" />
    </>
  ),
  right: (
    <>
      <path d="M6 3.5 10.5 8 6 12.5" />
    </>
  ),
  chev: (
    <>
      <path d="m4 6.2 4 4 4-4" />
    </>
  ),
  chevup: (
    <>
      <path d="m4 9.8 4-4 4 4" />
    </>
  ),
  back: (
    <>
      <path d="M9.8 3.5 5.3 8l4.5 4.5" />
    </>
  ),
  fwd: (
    <>
      <path d="M6.2 3.5 10.7 8l-4.5 4.5" />
    </>
  ),
  lock: (
    <>
      <rect x="3.4" y="7" width="9.2" height="6.5" rx="1.6" />
      <path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2" />
    </>
  ),
  check: (
    <>
      <path d="M3 8.6 6.4 12 13 4.6" />
    </>
  ),
  x: (
    <>
      <path d="m4 4 8 8M12 4l-8 8" />
    </>
  ),
  link: (
    <>
      <path d="M6.7 9.3a2.7 2.7 0 0 0 3.8 0l2.2-2.2a2.7 2.7 0 1 0-3.8-3.8l-.9.9" />
      <path d="M9.3 6.7a2.7 2.7 0 0 0-3.8 0L3.3 8.9a2.7 2.7 0 1 0 3.8 3.8l.9-.9" />
    </>
  ),
  term: (
    <>
      <rect x="1.9" y="2.9" width="12.2" height="10.2" rx="1.7" />
      <path d="m4.6 6.2 2.3 1.9-2.3 1.9M8.4 10.2h3" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8S4 3.6 8 3.6 14.4 8 14.4 8 12 12.4 8 12.4 1.6 8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.7" />
      <path d="M7.2 8.8 13.2 2.8M10.6 5.4l2 2" />
    </>
  ),
  dots: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="3.5" cy="8" r="1.25" />
        <circle cx="8" cy="8" r="1.25" />
        <circle cx="12.5" cy="8" r="1.25" />
      </g>
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4.2h11M4.6 8h6.8M6.6 11.8h2.8" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 4.9V8l2.2 1.5" />
    </>
  ),
  alert: (
    <>
      <path d="M8 2.6 14.2 13H1.8z" />
      <path d="M8 6.7v2.8M8 11.3v.1" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 7.4v3.3M8 5.2v.1" />
    </>
  ),
  no: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="m4 4 8 8" />
    </>
  ),
  shield: (
    <>
      <path d="M8 2l5 1.8v4c0 3.2-2.1 5.2-5 6.2-2.9-1-5-3-5-6.2v-4z" />
    </>
  ),
  ticket: (
    <>
      <path d="M2.7 3.5h5.6a1.7 1.7 0 0 0 3.4 0h1.6A1.6 1.6 0 0 1 14.9 5.1v5.8a1.6 1.6 0 0 1-1.6 1.6h-1.6a1.7 1.7 0 0 0-3.4 0H2.7a1.6 1.6 0 0 1-1.6-1.6V5.1A1.6 1.6 0 0 1 2.7 3.5z" />
    </>
  ),
  wait: (
    <>
      <path d="M4.5 2.5h7M4.5 13.5h7M5.3 2.5c0 3 2.7 3.5 2.7 5.5s-2.7 2.5-2.7 5.5M10.7 2.5c0 3-2.7 3.5-2.7 5.5s2.7 2.5 2.7 5.5" />
    </>
  ),
  db: (
    <>
      <ellipse cx="8" cy="4" rx="5" ry="1.9" />
      <path d="M3 4v8c0 1 2.2 1.9 5 1.9s5-.9 5-1.9V4M3 8c0 1 2.2 1.9 5 1.9S13 9 13 8" />
    </>
  ),
  sliders: (
    <>
      <path d="M2 5h6.2M11.8 5H14M2 11h2.2M7.8 11H14" />
      <circle cx="10" cy="5" r="1.8" />
      <circle cx="6" cy="11" r="1.8" />
    </>
  ),
  bringIn: (
    <>
      <path d="M8 2.5v7M5 6.7l3 3 3-3M2.7 10.5v1.3a1.7 1.7 0 0 0 1.7 1.7h7.2a1.7 1.7 0 0 0 1.7-1.7v-1.3" />
    </>
  ),
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  play: <path d="M5 3.2v9.6L12.4 8z" />,
  star: <path d="M8 2.2l1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.17l-3.53 1.88.7-3.93L2.3 6.35l3.95-.55z" />,
  starred: (
    <path
      fill="currentColor"
      d="M8 2.2l1.75 3.6 3.95.55-2.87 2.77.7 3.93L8 11.17l-3.53 1.88.7-3.93L2.3 6.35l3.95-.55z"
    />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="ico"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {paths[name]}
    </svg>
  );
}
