import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import type { ViewSwitchText } from '~/ui/view-switch'

/** Whether the page is shown large: what the root knows of this browser. */
export function useIsLarge(): boolean {
  const data: unknown = useRouteLoaderData('root')
  return typeof data === 'object' && data !== null && 'isLarge' in data && data.isLarge === true
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
  }
}
