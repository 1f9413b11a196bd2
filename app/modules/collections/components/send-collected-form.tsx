import { ShipFields } from '~/modules/orders/components/ship-form'
import { mostPapers } from '~/modules/packing/schema'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { Folded } from '~/ui/decide-form'
import { Unbroken } from '~/ui/unbroken'
import type { CollectedPart, PartToSend } from '../find-collections.server'
import { CollectedParts } from './collected-parts'

const papers = [
  { kind: 'labels', text: 'packing.label' },
  { kind: 'slips', text: 'packing.slip' },
] as const

/** What the base has in its hands: papers for what is ticked, or for all of it, and one number under which the ticked go to one place. Below, each can go back to its maker. */
export function SendCollectedForm({
  parts,
  failure,
}: {
  parts: readonly PartToSend[]
  failure: FormFailure | null
}) {
  const { t, href } = useTranslator()
  if (parts.length === 0) return null
  return (
    <section className="studio-section">
      {parts.some(({ place }) => place > 0) ? <AllLabels parts={parts} /> : null}
      <form method="post" className="studio-form" noValidate>
        <CollectedParts
          id="part"
          title={t('collection.toSend')}
          hint={t('collection.sendHint')}
          error={failure?.errors.part}
          parts={parts}
        />
        <input type="hidden" name="from" value="base" />
        <div className="mb-6 flex flex-wrap gap-3">
          {papers.map(({ kind, text }) => (
            <Button
              key={kind}
              formMethod="get"
              formAction={href(paths.studioPapers())}
              formNoValidate
              name="kind"
              value={kind}
            >
              {t(text)}
            </Button>
          ))}
        </div>
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

/** The labels of all that lies here, wherever it goes. */
function AllLabels({ parts }: { parts: readonly PartToSend[] }) {
  const { t, href } = useTranslator()
  const printed = parts.slice(0, mostPapers)
  return (
    <form method="get" action={href(paths.studioPapers())} className="mb-5">
      <input type="hidden" name="from" value="base" />
      {printed.map(({ sellerOrderId }) => (
        <input key={sellerOrderId} type="hidden" name="part" value={sellerOrderId} />
      ))}
      <Button name="kind" value="labels">
        {t('collection.allLabels', { count: printed.length })}
      </Button>
    </form>
  )
}

/** One button for each part: it goes back to its maker. */
export function GiveBackForms({ parts }: { parts: readonly CollectedPart[] }) {
  const { t } = useTranslator()
  return parts.map(({ sellerOrderId, maker, number }) => (
    <form key={sellerOrderId} method="post" className="mb-2">
      <input type="hidden" name="part" value={sellerOrderId} />
      <Button wide name="intent" value="return">
        <Unbroken text={t('collection.giveBackOne', { maker, number })} />
      </Button>
    </form>
  ))
}
