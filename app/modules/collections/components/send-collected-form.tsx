import { ShipFields } from '~/modules/orders/components/ship-form'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import type { CollectedPart } from '../find-collections.server'
import { CollectedParts } from './collected-parts'

/** What the base has in its hands: labels for what is ticked, and one number under which it goes. Below, each can go back to its maker. */
export function SendCollectedForm({
  parts,
  failure,
}: {
  parts: readonly CollectedPart[]
  failure: FormFailure | null
}) {
  const { t, href } = useTranslator()
  if (parts.length === 0) return null
  return (
    <section className="studio-section">
      <form method="post" className="studio-form">
        <CollectedParts
          id="part"
          title={t('collection.toSend')}
          hint={t('collection.sendHint')}
          error={failure?.errors.part}
          parts={parts}
        />
        <input type="hidden" name="from" value="base" />
        <p className="mb-6">
          <Button
            formMethod="get"
            formAction={href(paths.studioPapers())}
            formNoValidate
            name="kind"
            value="labels"
          >
            {t('packing.label')}
          </Button>
        </p>
        <ShipFields failure={failure} usual="youzhengguonei" />
        <Button kind="seal" size={68} wide name="intent" value="send">
          {t('collection.sendTitle')}
        </Button>
      </form>
      <Folded summary={t('collection.giveBackAct')} isOpen={false}>
        <p className="field-hint">{t('collection.giveBackHint')}</p>
        <GiveBackForms parts={parts} />
      </Folded>
    </section>
  )
}

/** One button for each part: it goes back to its maker. */
export function GiveBackForms({ parts }: { parts: readonly CollectedPart[] }) {
  const { t } = useTranslator()
  return parts.map(({ sellerOrderId, maker, number }) => (
    <form key={sellerOrderId} method="post" className="mb-2">
      <input type="hidden" name="part" value={sellerOrderId} />
      <Button wide name="intent" value="return">
        {t('collection.giveBackOne', { maker, number })}
      </Button>
    </form>
  ))
}
