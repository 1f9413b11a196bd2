import { useTranslator } from '~/platform/i18n/use-translator'
import { CopyLine } from '~/ui/copy-line'
import { Unbroken } from '~/ui/unbroken'

type PayElsewhereProps = {
  number: string
  /** the order's own link; null when this browser does not hold its secret: then `find` is where the order is found by its number */
  link: string | null
  find: string
  hasTransfer: boolean
}

/** Inside WeChat's browser, which opens no Alipay: every way to pay from here, and from elsewhere. */
export function PayElsewhere({ number, link, find, hasTransfer }: PayElsewhereProps) {
  const { t } = useTranslator()
  return (
    <section className="pay-way" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t('transfer.wechatTitle')}</h2>
      <p>{t('transfer.wechatText')}</p>
      <p className="quiet">
        <Unbroken text={link ? t('transfer.wechatLink') : t('transfer.wechatFind', { number })} />
      </p>
      <CopyLine
        id="pay-link"
        text={link ?? find}
        act={t('transfer.copy')}
        copied={t('transfer.copied')}
        breaks
      />
      {link ? <p className="small quiet">{t('transfer.wechatLinkHint')}</p> : null}
      {hasTransfer ? <p>{t('transfer.wechatBank')}</p> : null}
    </section>
  )
}
