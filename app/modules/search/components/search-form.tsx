import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { queryNames } from '../product-query'

/** One line to look for something by name; with scripts, names are offered while one types. */
export function SearchForm({ q = '' }: { q?: string }) {
  const { t, href } = useTranslator()
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest browser of the shop (Chromium 88) does not know <search>
    <form className="find" action={href(paths.search())} method="get" role="search">
      <label className="unseen" htmlFor="q">
        {t('shop.searchLabel')}
      </label>
      <input
        className="box"
        type="search"
        id="q"
        name={queryNames.q}
        defaultValue={q}
        placeholder={t('shop.searchPlaceholder')}
        maxLength={60}
        enterKeyHint="search"
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded="false"
        aria-controls="q-names"
        data-names={href(paths.suggestions())}
      />
      <div className="names" id="q-names" hidden />
      <script type="module" src="/suggest.js" />
      <Button>{t('shop.searchGo')}</Button>
    </form>
  )
}
