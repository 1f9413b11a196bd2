import type { PublicConsent } from '~/modules/consents/public-consents'
import type { ConsentText } from '~/modules/settings/find-text.server'
import { paths } from '~/paths'
import type { FormFailure } from '~/platform/form.server'
import { useTranslator } from '~/platform/i18n/use-translator'
import { ButtonLink } from '~/ui/button-link'
import type { JoinPage } from '../find-join-page.server'
import { isPersonal, type JoinStep } from '../steps'
import { JoinCheck } from './join-check'
import { LicenceQuestion, PhotosQuestion } from './join-photos'
import { CraftQuestion, HouseholdQuestion, KindQuestion, PlaceQuestion, WhoQuestion } from './join-questions'
import { AgreementQuestion, ConsentsQuestion } from './join-texts'

export type QuestionProps = { page: JoinPage; failure: FormFailure | null }

type ScreenProps = QuestionProps & {
  step: JoinStep | 'check'
  text: ConsentText | null
  consentTexts: { purpose: PublicConsent; text: ConsentText }[]
  crafts: { code: string; name: string }[]
  hasShop: boolean
}

/** One question with its place among the others, or all answers before they are handed in. */
export function JoinScreen({ step, text, consentTexts, crafts, hasShop, ...question }: ScreenProps) {
  const { t, href } = useTranslator()
  const { steps, kind } = question.page
  const at = step === 'check' ? steps.length : steps.indexOf(step)
  const before = steps[at - 1]
  return (
    <>
      <p className="quiet num pt-4">
        {step === 'check' ? t('joining.title') : t('joining.stepOf', { at: at + 1, count: steps.length })}
      </p>
      <h1 className="studio-heading !pt-1">{t(`joining.step_${step}`)}</h1>
      <p className="studio-lead">{leadOf(step, t, kind, hasShop)}</p>
      <div className="studio-form">
        {step === 'kind' ? <KindQuestion {...question} /> : null}
        {step === 'who' ? <WhoQuestion {...question} /> : null}
        {step === 'place' ? <PlaceQuestion {...question} /> : null}
        {step === 'craft' ? <CraftQuestion {...question} crafts={crafts} /> : null}
        {step === 'photos' ? <PhotosQuestion {...question} /> : null}
        {step === 'licence' ? <LicenceQuestion {...question} /> : null}
        {step === 'household' ? <HouseholdQuestion {...question} /> : null}
        {text && (step === 'declaration' || step === 'agreement') ? (
          <AgreementQuestion {...question} step={step} text={text} />
        ) : null}
        {step === 'consents' ? <ConsentsQuestion {...question} texts={consentTexts} /> : null}
        {step === 'check' ? <JoinCheck page={question.page} /> : null}
        {before ? (
          <div className="studio-foot">
            <ButtonLink kind="text" href={href(paths.studioJoin({ step: before }))}>
              {t('joining.back')}
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </>
  )
}

function leadOf(
  step: JoinStep | 'check',
  t: ReturnType<typeof useTranslator>['t'],
  kind: JoinPage['kind'],
  hasShop: boolean,
): string {
  switch (step) {
    case 'kind':
      return hasShop ? t('joining.hasShop') : t('joining.lead')
    case 'who':
      return t(kind === null || isPersonal(kind) ? 'joining.whoLead' : 'joining.whoLeadFirm')
    case 'place':
      return t('joining.placeLead')
    case 'photos':
      return t('joining.photosLead')
    case 'licence':
      return t('joining.licenceLead')
    case 'household':
      return t('joining.householdLead')
    case 'consents':
      return t('joining.consentsLead')
    case 'check':
      return t('joining.checkLead')
    default:
      return ''
  }
}
