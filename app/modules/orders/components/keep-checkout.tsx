import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import keepScript from './keep-draft.js?url'

/** Inside the checkout's form: keeps what she types in her own browser before it is sent. */
export function KeepCheckout() {
  const { href } = useTranslator()
  return (
    <div data-draft={href(paths.checkoutDraft())} hidden>
      <script type="module" src={keepScript} />
    </div>
  )
}
