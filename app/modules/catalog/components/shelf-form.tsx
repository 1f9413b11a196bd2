import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { Field } from '~/ui/field'
import type { Shelf } from '../get-listing.server'

type ShelfFormProps = { shelves: readonly Shelf[]; failure: FormFailure | null; isSaved: boolean }

/** Her count of each variant's shelf; a piece that exists once is there or gone. */
export function ShelfForm({ shelves, failure, isSaved }: ShelfFormProps) {
  const { t } = useTranslator()
  return (
    <section className="studio-section" id="shelf">
      <h2>{t('studio.shelfTitle')}</h2>
      {isSaved && !failure ? (
        <Banner tone="done" role="status">
          {t('studio.shelfSaved')}
        </Banner>
      ) : null}
      <p className="field-hint mb-5">{t('studio.shelfHint')}</p>
      {shelves.map((shelf) => (
        <form key={shelf.variantId} method="post" action="#shelf" className="studio-form mb-8" noValidate>
          <input type="hidden" name="variantId" value={shelf.variantId} />
          <input type="hidden" name="seen" value={shelf.onHand} />
          {shelf.makeMode === 'one_of_a_kind' ? (
            <OnlyOne shelf={shelf} />
          ) : (
            <Counted shelf={shelf} failure={failure?.values.variantId === shelf.variantId ? failure : null} />
          )}
        </form>
      ))}
    </section>
  )
}

function Counted({ shelf, failure }: { shelf: Shelf; failure: FormFailure | null }) {
  const { t } = useTranslator()
  const id = `count-${shelf.variantId}`
  return (
    <>
      <Field
        id={id}
        name="count"
        label={shelf.name ?? t('studio.shelfCount')}
        hint={shelf.reserved > 0 ? t('studio.shelfHeld', { count: shelf.reserved }) : undefined}
        suffix={t('studio.pieceUnit')}
        inputMode="numeric"
        autoComplete="off"
        defaultValue={failure?.values.count ?? shelf.onHand}
        error={failure?.errors.count}
        figures
      />
      <Button wide name="intent" value="stock">
        {t('studio.shelfSave')}
      </Button>
    </>
  )
}

function OnlyOne({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslator()
  const isThere = shelf.onHand > 0
  return (
    <>
      <p className="field-label">
        {t('studio.shelfThere')} <b>{t(isThere ? 'studio.shelfYes' : 'studio.shelfGone')}</b>
      </p>
      <input type="hidden" name="count" value={isThere ? 0 : 1} />
      <Button wide name="intent" value="stock">
        {t(isThere ? 'studio.shelfGone' : 'studio.shelfYes')}
      </Button>
    </>
  )
}
