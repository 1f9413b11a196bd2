import type { Config } from 'tailwindcss'
import house from '../../tailwind.config'

/** Utilities of studio.css: the sources whose class names it serves. Paths are from the root of the project. */
export default {
  presets: [house],
  content: [
    './app/root.tsx',
    './app/ui/**/*.tsx',
    './app/modules/**/components/**/*.tsx',
    './app/routes/{pocket,studio}/**/*.{ts,tsx}',
  ],
} satisfies Config
