import { type FormEvent, useEffect, useState } from 'react'
import { AttributeFields } from '~/modules/catalog/components/attribute-fields'
import { EssentialWords } from '~/modules/catalog/components/essential-words'
import { MakeModeField, MakingFields, PriceField } from '~/modules/catalog/components/price-fields'
import type { CraftTemplates } from '~/modules/catalog/craft-template'
import type { MessageKey } from '~/platform/i18n/translate'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { SelectField } from '~/ui/field'
import { StepsBig } from '~/ui/steps-big'
import { isStepLacking, lackingOf } from '../lacking'
import { isWaiting } from '../open-ends'
import { pocketPrice, pocketWords } from '../pocket-fields'
import { type PocketStep, pocketPlace, pocketSteps } from '../pocket-place'
import { pocketStepForm } from '../pocket-step-form'
import { putPhrase } from '../put-phrase'
import type { KeptDraft, KeptPhoto } from '../store'
import type { usePocket } from '../use-pocket'
import { NoReload } from './no-reload'
import { PocketForm } from './pocket-form'
import { PocketPhotos } from './pocket-photos'
import { PocketSend } from './pocket-send'
import { MeetingBand } from './pocket-state'
import { PocketVoice } from './pocket-voice'

const stepTitle = {
  photos: 'pocket.photosTitle',
  words: 'pocket.wordsTitle',
  price: 'pocket.priceTitle',
  send: 'pocket.sendTitle',
} as const satisfies Record<PocketStep, MessageKey>

type PocketDraftProps = {
  hand: ReturnType<typeof usePocket>
  draft: KeptDraft
  photos: readonly KeptPhoto[]
  step: PocketStep
  crafts: readonly { code: string; name: string }[]
  templates: CraftTemplates
}

/** One draft: where she is among the steps, where her work is, and the step itself. */
export function PocketDraft({ hand, draft, photos, step, crafts, templates }: PocketDraftProps) {
  const { t } = useTranslator()
  const sellers = hand.pocket.owner?.sellers ?? []
  const views = new Set([...photos, ...draft.sent].map(({ shot }) => shot))
  const craft = draft.typed.craftCode ?? ''
  const template = templates[craft]
  const asks = template?.fields ?? []
  const lacking = lackingOf({
    ...draft,
    values: draft.typed,
    photos: views.size,
    hasVoice: Boolean(draft.voice ?? draft.said),
    asks,
  })
  const following = pocketSteps[pocketSteps.indexOf(step) + 1]
  return (
    <>
      <StepsBig
        label={t('pocket.stepsLabel')}
        doneText={t('studio.stepDone')}
        steps={pocketSteps.map((one) => ({
          label: t(stepTitle[one]),
          state: one === step ? 'now' : isStepLacking(one, lacking) ? 'next' : 'done',
          href: pocketPlace(draft.id, one),
        }))}
      />
      <h1 className="studio-heading">{t(stepTitle[step])}</h1>
      <NoReload />
      <MeetingBand
        meeting={hand.pocket.meeting}
        isWaiting={isWaiting(draft, photos)}
        photos={photos}
        sent={draft.sent.length}
        isFull={hand.pocket.isFull}
        onSend={hand.send}
      />
      {draft.sellerId === null && sellers.length > 1 ? (
        <SelectField
          id="pocket-seller"
          label={t('pocket.beginFor')}
          value=""
          onChange={(event) => void hand.assign(draft.id, event.currentTarget.value)}
          choices={[{ value: '', text: '' }, ...sellers.map(({ id, name }) => ({ value: id, text: name }))]}
        />
      ) : null}
      {step === 'photos' ? (
        <PocketPhotos
          draft={draft}
          photos={photos}
          onTake={(places, files) => void hand.take(draft.id, places, files)}
          onUntake={(id) => void hand.untake(id)}
        />
      ) : null}
      {step === 'words' ? (
        <PocketVoice
          key={draft.id}
          draft={draft}
          onSpeak={(recorded) => hand.speak(draft.id, recorded)}
          onAway={() => void hand.unspeak(draft.id)}
          onOver={() => void hand.speakOver(draft.id)}
        />
      ) : null}
      {step === 'words' || step === 'price' ? (
        <PocketForm
          key={step}
          draft={draft}
          asks={asks}
          fields={step === 'words' ? pocketWords : pocketPrice}
          onWrite={(typed) => void hand.write(draft.id, typed)}
          onChoose={(field, isHers) => void hand.choose(draft.id, field, isHers)}
        >
          {step === 'words' ? (
            <PocketWords draft={draft} crafts={crafts} templates={template ? { [craft]: template } : {}} />
          ) : (
            <PriceQuestions draft={draft} />
          )}
        </PocketForm>
      ) : null}
      {step === 'send' ? <PocketSend draft={draft} photos={photos} lacking={lacking} asks={asks} /> : null}
      {following ? (
        <div className="studio-foot">
          <ButtonLink kind="seal" size={68} wide href={pocketPlace(draft.id, following)}>
            {t('pocket.next', { step: t(stepTitle[following]) })}
          </ButtonLink>
        </div>
      ) : null}
    </>
  )
}

type PocketWordsProps = Pick<PocketDraftProps, 'draft' | 'crafts' | 'templates'>

/** What it is, what its craft asks, and the sentences of the craft, which go into the story with a tap. */
function PocketWords({ draft, crafts, templates }: PocketWordsProps) {
  const form = pocketStepForm(draft)
  return (
    <>
      <EssentialWords form={form} crafts={crafts} templates={templates} onTap={putPhrase} />
      <AttributeFields form={form} templates={templates} />
    </>
  )
}

/** How it is sold and for how much; several kinds are written in the studio's own step. */
function PriceQuestions({ draft }: { draft: KeptDraft }) {
  const { t } = useTranslator()
  const [mode, setMode] = useState(draft.typed.makeMode ?? '')
  useEffect(() => setMode(draft.typed.makeMode ?? ''), [draft.typed.makeMode])
  const form = pocketStepForm(draft)
  const hear = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement && target.name === 'makeMode') setMode(target.value)
  }
  return (
    <div onInput={hear}>
      {draft.hasKinds ? (
        <Banner tone="info" className="mb-5">
          {t('pocket.hasKinds')}
        </Banner>
      ) : null}
      <MakeModeField form={form} />
      {draft.hasKinds ? null : <PriceField form={form} />}
      <MakingFields form={form} mode={mode} isLive={draft.isLive} hasKinds={draft.hasKinds} />
    </div>
  )
}
