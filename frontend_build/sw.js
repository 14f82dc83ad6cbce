const VERSION = "omavirta-zFCjjiwA";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-CxaBikhc.js","/assets/account-fi-BZWS3GH7.js","/assets/account-sv-gydA-FuL.js","/assets/app-CNKtJqQB.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-C5pMMNPH.js","/assets/choice-Cd967nnm.js","/assets/closed-page-DrQA_4Kk.js","/assets/code-field-lDw2xWP4.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-C7W2VYkw.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-Dw5ovIab.js","/assets/data-4zW477Oz.js","/assets/details-page-PW5wThZT.js","/assets/form-1YuRaLLh.js","/assets/guest-en-DzSia4AI.js","/assets/guest-fi-CHnDtra2.js","/assets/guest-sv-BaEkdyAw.js","/assets/home-en-NpUbDGxK.js","/assets/home-fi-DosRDJ9L.js","/assets/home-page-Di-Q_-vV.js","/assets/home-sv-BSn2Gr7u.js","/assets/identification-BKHXkekx.js","/assets/identification-page-C47-3OhK.js","/assets/index-CkKZtdAI.js","/assets/invitation-page-G4GHziEM.js","/assets/moments-haQbmy0H.js","/assets/new-password-CIYbi9bX.js","/assets/newpassword-page-CLVfqXGI.js","/assets/notfound-page-CMo8mfVa.js","/assets/offline-D3J2aqr9.js","/assets/options-field-Iun8FnvQ.js","/assets/own-CIdv8eZ3.js","/assets/owndata-page-Fvlss6c1.js","/assets/passkey-BcPgmCKw.js","/assets/phones-DAELRFWe.js","/assets/place-name-DHwOn6p5.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-5ZBwanSl.js","/assets/recovery-page-Cjl6aVWM.js","/assets/registration-page-BZuSv8YX.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-CNqK0-kC.js","/assets/signin-en-DTtqzhWU.js","/assets/signin-fi-jbXBEvSf.js","/assets/signin-page-kra3Mdmi.js","/assets/signin-sv-DXXe-xvH.js","/assets/step-up-DTJZ4af0.js","/assets/steps-BFMYV7JL.js","/assets/style-D-_09nlt.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CHf_Bq0m.js","/assets/users-page-CYKf0PoL.js","/assets/webauthn-mjKrM_wn.js"];
const worker = self;
worker.addEventListener("install", (event) => {
event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});
worker.addEventListener("activate", (event) => {
event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name)))).then(() => worker.clients.claim()));
});
worker.addEventListener("fetch", (event) => {
const { request } = event;
const url = new URL(request.url);
if (request.method !== "GET" || url.origin !== location.origin) return;
if (FILES.includes(url.pathname)) {
event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
