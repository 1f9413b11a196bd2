import { formatInstant } from '~/platform/i18n/format'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import type { OwnHandover } from '../find-handovers.server'

/** To the owner whose word nobody waits for: what is to happen, until when she may say no, and the button that does. */
export function OwnAbsence({ handover, objectUntil }: { handover: OwnHandover; objectUntil: string | null }) {
  const { t, locale } = useTranslator()
  const { id, toName, note } = handover
  return (
    <section className="pb-14" aria-labelledby={`handover-${id}`}>
      <h2 id={`handover-${id}`} className="mb-4 text-title">
        {t('absence.ownTitle', { shop: locale === 'en' ? handover.nameEn : handover.nameZh, to: toName })}
      </h2>
      <p>{t('absence.ownLead')}</p>
      <p>
        {objectUntil
          ? t('absence.ownUntil', { day: formatInstant(locale, new Date(objectUntil)) })
          : t('absence.ownWaits')}
      </p>
      <p className="quiet">{t('handover.note_from', { note })}</p>
      <form method="post" className="pt-6">
        <input type="hidden" name="handoverId" value={id} />
        <Button kind="seal" name="intent" value="end">
          {t('absence.ownNo')}
        </Button>
      </form>
    </section>
  )
}
