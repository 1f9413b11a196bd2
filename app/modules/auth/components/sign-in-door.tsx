import type { ReactNode } from 'react'
import { paths } from '~/paths'
import { localPath } from '~/platform/i18n/locale'
import { useTranslator } from '~/platform/i18n/use-translator'
import { SignInFrame } from '~/ui/sign-in-frame'
import { doorCloth } from './door-cloth'

type SignInDoorProps = {
  /** sample data is loaded, and every page says so */
  isSample: boolean
  /** the page's own path, to be read in the other language */
  path: string
  /** the two lines over the cloth; without them those of everybody's door */
  slip?: readonly [string, string]
  children: ReactNode
}

/** The frame that all screens of signing in share. */
export function SignInDoor({ isSample, path, slip, children }: SignInDoorProps) {
  const { t, locale, href } = useTranslator()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <SignInFrame
      skip={t('common.skip')}
      sample={isSample ? t('common.sample') : undefined}
      name={t('common.brand')}
      home={href(paths.home())}
      photo={doorCloth}
      slip={slip ?? [t('account.slipFirst'), t('account.slipSecond')]}
      foot={
        <a className="link-line" lang={other} hrefLang={other} href={localPath(other, path)}>
          {t('common.english')}
        </a>
      }
    >
      {children}
    </SignInFrame>
  )
}
