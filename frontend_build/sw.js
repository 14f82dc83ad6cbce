const VERSION = "omavirta-U5mk_7ns";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-D6tMOJo9.js","/assets/chart-CG9EQ2Nq.js","/assets/checkbox-field-Cc2vApR3.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CdiYYELo.js","/assets/code-field-CCKsWzIl.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-Bh7txmey.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-ZWuQ1P0j.js","/assets/data-jtvYvQm6.js","/assets/details-page-Vh6MxksC.js","/assets/form-DXgCkZqC.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-BhNJ-oio.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-p-ZtSyFf.js","/assets/identification-page-DiLwTa5q.js","/assets/index-Ck7HjvmS.js","/assets/invitation-page-DlxYJ8F2.js","/assets/moments-BbWwVd3Z.js","/assets/new-password-Clwlrow9.js","/assets/newpassword-page-DPyJYHxA.js","/assets/notfound-page-C7Tb_MW6.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DTl3LiTl.js","/assets/own-CrqDse3q.js","/assets/owndata-page-DnD_3-Ie.js","/assets/passkey-BPXjEG0b.js","/assets/phones-DAELRFWe.js","/assets/place-name-DWKzMWnJ.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-DnDcC1qu.js","/assets/recovery-page-D6PE6CYm.js","/assets/refresh-CSwXqdws.js","/assets/registration-page-pQfGzib4.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-X0aXOuZQ.js","/assets/signin-en-BcECF-4u.js","/assets/signin-fi-CzQXdg-Z.js","/assets/signin-page-Bq6ndVn7.js","/assets/signin-sv-a8hpXue5.js","/assets/step-up-DcpzkCTY.js","/assets/steps-ClTpoF-D.js","/assets/style-BzowkPHr.css","/assets/theme-L1XxBJZq.js","/assets/username-page-CbTM55o5.js","/assets/users-page-B5UD62ox.js","/assets/webauthn-mjKrM_wn.js"];
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
