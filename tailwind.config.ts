import type { Config } from 'tailwindcss'

/**
 * The looks of 陇原巧手 live in app/styles (components and page layouts, as ordinary CSS) and in app/ui. Tailwind only
 * arranges: it offers the tokens, the spacing scale and the few utilities named below, and nothing that draws.
 *
 * How utilities get in: each audience loads one stylesheet (app/styles/shop.css, studio.css, desk.css). Each ends in
 * `@tailwind utilities` and begins with `@config`, which names a small config beside it; that one takes this file as
 * its preset and says which sources it serves, so a shop page never carries the desk's utilities.
 *
 * The list of core plugins is closed on purpose. Preflight is off (base/ground.css is our reset), no shadow, radius or
 * transform exists, and none of the listed plugins needs Tailwind's `--tw-*` defaults, so `@tailwind base` is not needed.
 *
 * No class of ours may be named like a utility ("table", "container", "fixed"): Tailwind would add its own rule to it.
 */

/** Tokens of app/styles/base/tokens.css; the values there follow the reader's colour scheme. */
const tokens = [
  'paper',
  'sheet',
  'hemp',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'cin',
  'cin-fill',
  'cin-deep',
  'on-cin',
  'indigo',
  'indigo-deep',
  'on-indigo',
  'on-indigo-2',
  'indigo-tint',
  'azurite',
  'green',
  'green-tint',
  'ochre',
  'loess',
  'loess-tint',
] as const

export default {
  content: ['./app/**/*.{ts,tsx}'],
  darkMode: ['selector', '[data-theme="dark"]'],
  corePlugins: [
    'accessibility',
    'alignContent',
    'alignItems',
    'alignSelf',
    'aspectRatio',
    'backgroundColor',
    'borderColor',
    'borderRadius',
    'borderStyle',
    'borderWidth',
    'columns',
    'display',
    'flex',
    'flexBasis',
    'flexDirection',
    'flexGrow',
    'flexShrink',
    'flexWrap',
    'fontFamily',
    'fontSize',
    'fontWeight',
    'gap',
    'gridAutoFlow',
    'gridColumn',
    'gridColumnEnd',
    'gridColumnStart',
    'gridRow',
    'gridRowEnd',
    'gridRowStart',
    'gridTemplateColumns',
    'gridTemplateRows',
    'height',
    'justifyContent',
    'justifyItems',
    'justifySelf',
    'lineHeight',
    'margin',
    'maxHeight',
    'maxWidth',
    'minHeight',
    'minWidth',
    'objectFit',
    'objectPosition',
    'order',
    'overflow',
    'padding',
    'position',
    'textAlign',
    'textColor',
    'verticalAlign',
    'whitespace',
    'width',
    'wordBreak',
  ],
  theme: {
    screens: { md: '45em', lg: '67.5em' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      ...Object.fromEntries(tokens.map((token) => [token, `var(--${token})`])),
    },
    fontFamily: { serif: 'var(--serif)', sans: 'var(--sans)', mono: 'var(--mono)' },
    fontSize: {
      tiny: ['0.8125rem', '1.55'],
      small: ['0.875rem', '1.65'],
      label: ['0.9375rem', '1.6'],
      body: ['1rem', '1.75'],
      large: ['1.125rem', '1.65'],
      title: ['1.5625rem', '1.35'],
      head: ['1.875rem', '1.3'],
      display: ['2.875rem', '1.2'],
    },
    borderRadius: { none: '0', full: '9999px' },
    borderColor: ({ theme }) => ({ ...theme('colors'), DEFAULT: 'var(--line)' }),
  },
} satisfies Config
