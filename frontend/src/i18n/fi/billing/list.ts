import { pluralOf } from '../../plural';

const plural = pluralOf('fi');

export const list = {
  title: 'Laskut',
  filter: 'Mitkä laskut näytetään',
  all: 'Kaikki',
  open: 'Avoimet',
  invoice: 'Lasku',
  creditNote: 'Hyvityslasku',
  of: (period: string) => `Hyvityslasku, ${period}`,
  number: (number: string) => `Nro ${number}`,
  due: 'Eräpäivä',
  statusTitle: 'Tila',
  place: 'Käyttöpaikka',
  severalPlaces: 'Useita käyttöpaikkoja',
  amount: 'Summa, sis.\u00a0alv',
  amountLabel: 'Summa',
  status: { OPEN: 'Avoin', DUE: 'Erääntyy pian', OVERDUE: 'Myöhässä', PAID: 'Maksettu', CREDITED: 'Hyvitetty', CREDIT: 'Hyvitys' },
  left: (money: string) => `Maksamatta ${money}`,
  more: 'Näytä lisää',
  shown: (count: number) => plural(count, { one: 'Näytetään # lasku.', other: 'Näytetään # laskua.' }),
  none: 'Sinulla ei ole vielä laskuja.',
  noneWhy: 'Ensimmäinen lasku näkyy täällä, kun se on tehty. Yleensä se tulee sopimuksen ensimmäisen kuukauden jälkeen.',
  noneOpen: 'Kaikki laskut on maksettu.',
  noneOpenWhy: 'Uusi lasku näkyy täällä heti, kun se on tehty.',
  showAll: 'Näytä kaikki laskut',
};
