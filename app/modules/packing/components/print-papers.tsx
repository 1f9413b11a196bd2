import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'

/** The label and the slip of one part that is to be sent. */
export function PrintPapers({ sellerOrderId }: { sellerOrderId: string }) {
  const { t, href } = useTranslator()
  const file = (kind: 'labels' | 'slips') => href(paths.studioPapers({ kind, part: sellerOrderId }))
  return (
    <section className="studio-section">
      <h2>{t('packing.title')}</h2>
      <div className="grid gap-3">
        <ButtonLink wide href={file('labels')} download>
          {t('packing.label')}
        </ButtonLink>
        <ButtonLink wide href={file('slips')} download>
          {t('packing.slip')}
        </ButtonLink>
      </div>
      <p className="field-hint">{t('packing.hint')}</p>
    </section>
  )
}
