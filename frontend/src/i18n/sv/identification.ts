import type { Identification } from '../fi/identification';

export const messages: Identification = {
  reasons: {
    cancelled: {
      title: 'Identifieringen avbröts',
      text: 'Identifieringen avbröts, eller så lät din bank eller operatör den inte gå till slut. Ingenting har ändrats.',
      next: 'Du kan försöka igen eller välja ett annat sätt.',
    },
    expired: {
      title: 'Identifieringen hann gå ut',
      text: 'Den tog för lång tid, fortsatte i en annan webbläsare eller så öppnades samma sida två gånger.',
      next: 'Börja om och slutför identifieringen i samma webbläsare.',
    },
    noAnswer: {
      title: 'Identifieringstjänsten svarar inte just nu',
      text: 'Felet finns hos banken, operatören eller den som förmedlar identifieringen.',
      next: 'Vänta en stund och försök igen, eller logga in med lösenord.',
    },
    refused: {
      title: 'Identifieringen kunde inte godkännas',
      text: 'Svaret från identifieringstjänsten klarade inte våra kontroller, så för din säkerhets skull avbröt vi. Ingenting har ändrats.',
      next: 'Försök igen. Om det upprepas, ring kundtjänsten.',
    },
    otherPerson: {
      title: 'En annan person identifierade sig',
      text: 'Kontot tillhör någon annan än den som just identifierade sig. Ingenting har ändrats.',
      next: 'Identifiera dig med dina egna koder, eller logga ut och in på ditt eget konto.',
    },
    locked: {
      title: 'Ditt konto är låst',
      text: 'Man kommer inte in på kontot på något sätt just nu. Så hålls dina uppgifter trygga.',
      next: 'Ring kundtjänsten, så reder vi ut saken och öppnar kontot.',
    },
  },
  again: 'Försök igen',
  otherWay: 'Logga in på ett annat sätt',
  toDetails: 'Tillbaka till mina uppgifter',
  service: 'Ring oss',
};
