import { publicConsents } from '~/modules/consents/public-consents'
import { paths } from '~/paths'
import { useTranslator } from '~/platform/i18n/use-translator'
import { Button } from '~/ui/button'
import { SpecList } from '~/ui/spec-list'
import type { JoinPage } from '../find-join-page.server'
import type { JoinStep } from '../steps'

/** Every answer with the way to change it; below, handing it in. */
export function JoinCheck({ page }: { page: JoinPage }) {
  const { t, href } = useTranslator()
  const answers = useAnswers(page)
  return (
    <>
      <SpecList
        items={page.steps.map((step) => ({
          term: t(`joining.step_${step}`),
          detail: (
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span>
                {page.lacking.includes(step) ? (
                  <b className="text-cin">{t('joining.lackingHere')}</b>
                ) : (
                  answers[step]
                )}
              </span>
              <a
                className="link link-line inline-flex min-h-11 items-center"
                href={href(paths.studioJoin({ step }))}
              >
                {t('joining.change')}
                <span className="unseen"> {t(`joining.step_${step}`)}</span>
              </a>
            </span>
          ),
        }))}
      />
      <p className="pt-4">
        <b>{t('joining.card')}</b> {t('joining.cardLater')}
      </p>
      {page.lacking.length > 0 ? (
        <p className="pt-4">{t('joining.lacking', { count: page.lacking.length })}</p>
      ) : (
        <form method="post" className="pt-5">
          <Button kind="seal" size={68} wide name="intent" value="submit">
            {t('joining.submit')}
          </Button>
        </form>
      )}
    </>
  )
}

function useAnswers(page: JoinPage): Record<JoinStep, string> {
  const { t } = useTranslator()
  const given = publicConsents.filter((purpose) => page.consents[purpose])
  return {
    kind: page.kind ? t(`joining.kind_${page.kind}`) : '',
    who: [page.realName, page.maskedNumber].filter(Boolean).join(' · '),
    place: page.place ?? '',
    craft: [page.craft?.name, page.shopName].filter(Boolean).join(' · '),
    photos: page.photos.map((_, at) => t('joining.photoOf', { at: at + 1 })).join(' · '),
    declaration: t('joining.declared'),
    licence: [page.licenceName, page.licenceCode].filter(Boolean).join(' · '),
    household: page.householdClaim
      ? [t(`joining.household_${page.householdClaim}`), page.householdWords].filter(Boolean).join(' · ')
      : '',
    agreement: t('joining.agreed'),
    consents:
      given.length === 0
        ? t('joining.nothingPublic')
        : given.map((purpose) => t(`consents.what_${purpose}`)).join(' · '),
  }
}
