import { useLocation, useMatches, useRouteLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ViewSwitchText } from '~/ui/view-switch'

/** Whether the page is shown large: as this browser asked, else as a layout says that begins large (`readsLarge` in its data). */
export function useIsLarge(): boolean {
  const data: unknown = useRouteLoaderData('root')
  const view = typeof data === 'object' && data !== null && 'view' in data ? data.view : null
  const readsLarge = useMatches().some((match) => saysLarge(match.data))
  return view === 'large' || (view === null && readsLarge)
}

function saysLarge(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'readsLarge' in data && data.readsLarge === true
}

/** The switch between ordinary and large, leading back to where it was pressed. */
export function useViewSwitch(): ViewSwitchText {
  const { t, href } = useTranslator()
  const { pathname, search } = useLocation()
  const isLarge = useIsLarge()
  return {
    action: href(paths.view()),
    returnTo: pathname + search,
    isLarge,
    text: t(isLarge ? 'common.viewPlain' : 'common.viewLarge'),
    short: t(isLarge ? 'common.viewPlainShort' : 'common.viewLargeShort'),
  }
}
