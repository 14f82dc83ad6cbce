import type { JSX } from 'preact';
import type { Contract } from '../../api/contracts';
import { consumptionPath } from '../../app/routes';
import { Fact } from '../../components/fact';
import { pointAddress, pointName } from '../../components/place-name';
import { PriceList } from '../../components/prices';
import { noticeText, priceText } from '../../components/terms-text';
import { messages } from '../../i18n';
import { format } from '../../i18n/format-in-use';
import { wallTime } from '../../i18n/format';
import { comingPrices, runs } from './terms';

const dateText = (day: string) => format.value.date(wallTime(day));

/** One contract in force or to come: where, at what price, until when, and what one may still do about it. */
export function ContractCard(props: { contract: Contract; follower: Contract | null; today: string }): JSX.Element {
  const t = messages('contracts');
  const { contract, follower, today } = props;
  const { product, meteringPoint: point } = contract;
  const coming = comingPrices(contract, today);
  return (
    <article class="card contract" aria-labelledby={`contract-${contract.id}`}>
      <div class="contract-head">
        <h3 id={`contract-${contract.id}`} class="contract-name">
          {product.name}
          <span class="contract-kind">{t.kinds[product.kind]}</span>
        </h3>
        <Letter contract={contract} />
      </div>
      <p>
        <a href={consumptionPath(point.id)}>{pointName(point)}</a>
        <span class="point-address">{pointAddress(point)}</span>
      </p>
      <Rights contract={contract} today={today} />
      <PriceList of={{ ...contract, kind: product.kind }} prices={contract.currentPrices} />
      {coming.length > 0 && (
        <ul class="contract-coming" role="list">
          {coming.map((price) => (
            <li key={price.kind + price.validFrom}>
              {t.priceFrom(dateText(price.validFrom), t.prices.kinds[price.kind], priceText(price, t.prices.month))}
            </li>
          ))}
        </ul>
      )}
      <dl class="terms-facts">
        <Fact label={t.facts.validity}>{validity(contract)}</Fact>
        <AtEnd contract={contract} follower={follower} />
        <Fact label={t.facts.notice}>{noticeText(contract.noticeDays)}</Fact>
        <Fact label={t.facts.number}>{contract.number}</Fact>
        {contract.concludedOn && <Fact label={t.facts.concluded}>{dateText(contract.concludedOn)}</Fact>}
        {contract.confirmedOn && <Fact label={t.facts.confirmed}>{dateText(contract.confirmedOn)}</Fact>}
        {contract.termsVersion && <Fact label={t.facts.terms}>{contract.termsVersion}</Fact>}
      </dl>
    </article>
  );
}

/** One that has ended, as a line. */
export function EndedContract({ contract }: { contract: Contract }): JSX.Element {
  const { product, meteringPoint: point } = contract;
  return (
    <li>
      <div class="row-text">
        <p class="row-title">{product.name}</p>
        <p class="row-notes">
          {pointName(point)}, {pointAddress(point)}
        </p>
        <p class="row-notes">
          {validity(contract)} · {messages('contracts').numberOf(contract.number)}
        </p>
      </div>
      <Letter contract={contract} />
    </li>
  );
}

/** The confirmation: the browser opens it as a page of its own. */
function Letter({ contract }: { contract: Contract }): JSX.Element {
  const { confirmation, product, meteringPoint } = contract;
  const label = messages('contracts').letter(product.name, pointName(meteringPoint));
  return (
    <a class="control letter" href={confirmation.url} target="_blank" rel="noopener" type={confirmation.mediaType} aria-label={label} title={label}>
      <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d="M3 5.500h18v13H3zM3.500 6l8.500 7.500L20.500 6" />
      </svg>
    </a>
  );
}

function validity({ startDate, endDate }: Contract): string {
  const t = messages('contracts');
  return endDate === null ? t.untilFurtherNotice(dateText(startDate)) : t.between(dateText(startDate), dateText(endDate));
}

/** What comes after: what is agreed on already, or what the contract says. Nothing where it has no end. */
function AtEnd({ contract, follower }: { contract: Contract; follower: Contract | null }): JSX.Element | null {
  const t = messages('contracts');
  const { endDate, atEnd } = contract;
  if (follower) return <Fact label={t.facts.then}>{t.followedBy(follower.product.name, dateText(follower.startDate))}</Fact>;
  if (endDate === null || atEnd === null) return null;
  return <Fact label={t.facts.atEnd}>{t.atEnd[atEnd]}</Fact>;
}

/** What one may still do about a new contract, while the time for it runs. */
function Rights({ contract, today }: { contract: Contract; today: string }): JSX.Element | null {
  const t = messages('contracts');
  const { objectionUntil, withdrawalUntil } = contract;
  const sentences: string[] = [];
  if (runs(objectionUntil, today)) sentences.push(t.objection(dateText(objectionUntil)));
  if (runs(withdrawalUntil, today)) sentences.push(t.withdrawal(dateText(withdrawalUntil)));
  if (sentences.length === 0) return null;
  return (
    <ul class="contract-rights" role="list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
