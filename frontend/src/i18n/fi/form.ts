export const messages = {
  errorPrefix: 'Virhe: ',
  problem: 'Tarkista nämä kohdat',
  show: 'Näytä',
  hide: 'Piilota',
  showPassword: 'Näytä salasana',
  hidePassword: 'Piilota salasana',
  shown: 'Salasana näkyy',
  hidden: 'Salasana on piilotettu',
  identify: 'Tunnistaudu pankkitunnuksilla tai mobiilivarmenteella',
  identifying: 'Siirrytään tunnistautumiseen…',
  chooseService: 'Valitse, miten tunnistaudut',
  noServices: 'Tunnistautuminen ei ole nyt käytettävissä. Yritä myöhemmin uudelleen.',
  failures: {
    offline: 'Verkkoyhteyttä ei ole. Tarkista yhteys ja yritä uudelleen.',
    unreachable: 'Palveluun ei saatu yhteyttä. Yritä hetken kuluttua uudelleen.',
    limited: 'Yrityksiä on ollut liikaa. Odota hetki ja yritä uudelleen.',
    refused: 'Palvelu ei voinut tehdä tätä. Yritä hetken kuluttua uudelleen.',
  },
};
export type Form = typeof messages;
