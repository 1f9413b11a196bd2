import autoprefixer from 'autoprefixer'
import tailwindcss from 'tailwindcss'

/**
 * Tailwind fills the utilities in, autoprefixer writes what WeChat's oldest browser needs (`-webkit-mask`). The targets
 * stand here because only CSS needs them; scripts have theirs in vite.config.ts.
 */
export default {
  plugins: [
    tailwindcss(),
    autoprefixer({ overrideBrowserslist: ['chrome >= 88', 'safari >= 14', 'ios >= 14', 'firefox >= 91'] }),
  ],
}
