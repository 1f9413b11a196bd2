import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { StudioFrame } from '~/ui/studio-frame'
import { ClearDoor } from './clear-door'

type PointFrameProps = {
  isSample: boolean
  /** what people call the device; null for one that is no service point: it bears the shop's own name */
  name: string | null
  isFirst?: boolean
  /** somebody's session is still open */
  isOpen?: boolean
  children: ReactNode
}

/** Around the pages before a shared device's tiles: nothing of anybody's. */
export function PointFrame({ isSample, name, isFirst = false, isOpen = false, children }: PointFrameProps) {
  const { t, href } = useTranslator()
  return (
    <StudioFrame
      skip={t('common.skip')}
      sample={isSample ? t('common.sample') : undefined}
      head={
        isFirst
          ? {
              kind: 'home',
              name: name ?? t('common.brand'),
              lang: name === null ? undefined : 'zh-CN',
              href: href(paths.point()),
            }
          : { kind: 'back', text: t('point.back'), href: href(paths.point()) }
      }
    >
      <ClearDoor isOpen={isOpen} />
      {children}
    </StudioFrame>
  )
}
