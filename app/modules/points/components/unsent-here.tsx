import { useEffect, useState } from 'react'
import { countUnsent } from '~/modules/pocket/count-unsent'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'

/** Before a device is shared: what lies on it alone would be gone, and where it is sent from. */
export function UnsentHere() {
  const { t, href } = useTranslator()
  const [count, setCount] = useState(0)
  useEffect(() => void countUnsent().then(setCount), [])
  if (count === 0) return null
  return (
    <Banner tone="wait" role="status" className="mb-5">
      <p>{t('point.unsent', { count })}</p>
      <ButtonLink kind="line" href={href(paths.studioPocket())}>
        {t('point.unsentSend')}
      </ButtonLink>
    </Banner>
  )
}
