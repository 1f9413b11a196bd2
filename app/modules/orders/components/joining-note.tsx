import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import type { Joining } from '../joining'

/** On the page that follows the code: whether the order is listed among hers now. */
export function JoiningNote({ joining }: { joining: Joining | null }) {
  const { t } = useTranslator()
  if (joining === null || joining === 'hers') return null
  return (
    <Banner tone={joining === 'joined' ? 'done' : 'info'} role="status">
      {t(`order.${joining}`)}
    </Banner>
  )
}
