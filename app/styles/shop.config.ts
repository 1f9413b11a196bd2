import type { Config } from 'tailwindcss'
import house from '../../tailwind.config'

/** Utilities of shop.css: the sources whose class names it serves. Paths are from the root of the project. */
export default {
  presets: [house],
  content: [
    './app/root.tsx',
    './app/ui/**/*.tsx',
    './app/modules/**/components/**/*.tsx',
    // what stands at the desk or in the studio alone
    '!./app/modules/{claims,commission,desk,flags,incidents,incomes,inspection,places,platform-reports,reconciliation,register,returns,roles,sales,shop-settings,translations}/**',
    '!./app/modules/{acts,applications,assistance,collections,customs,disputes,households,ledger,packing,payouts,piece-lists,pocket,records,statements,studio}/**',
    '!./app/modules/catalog/components/{listing,photo,piece,price,review,said,shelf,words}-*.tsx',
    '!./app/modules/**/components/{absence-entry,desk-*,home-standing,own-consents,production-form,promotion-form,rate-fields,shop-rests}.tsx',
    './app/routes/{shop,account}/**/*.{ts,tsx}',
    './app/routes/resources/**/*.{ts,tsx}',
  ],
} satisfies Config
