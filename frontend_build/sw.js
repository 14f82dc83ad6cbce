const VERSION = "omavirta--xY1srir";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-BURNynia.js","/assets/app-CasWAPIp.js","/assets/billing-en--ZOFN4wn.js","/assets/billing-fi-CTQlOzbx.js","/assets/billing-sv-Bm0QfeyZ.js","/assets/chart-CSknWxXH.js","/assets/checkbox-field-B5slfmW2.js","/assets/choice-Cd967nnm.js","/assets/closed-page-DXfSbpeo.js","/assets/code-field-DH_oM8i7.js","/assets/comparison-en-BZz0Wg1k.js","/assets/comparison-fi-D_-p2obb.js","/assets/comparison-page-CBr8Z43e.js","/assets/comparison-sv-pu-SHbdS.js","/assets/consumption-en-BXaWGW2O.js","/assets/consumption-fi-iiMsxpxF.js","/assets/consumption-page-B-59Pn1V.js","/assets/consumption-sv-VRIl5tfP.js","/assets/contracts-en-ByoJYDZt.js","/assets/contracts-fi-7FF_6LYc.js","/assets/contracts-page-DJwx7G0I.js","/assets/contracts-sv-ChmKQs0Y.js","/assets/data-Dyw4UKtH.js","/assets/details-page-xHidwI-S.js","/assets/form-XLRCoUB8.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-k4VE-a7k.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-cm6E9mmO.js","/assets/identification-page-C0P970w-.js","/assets/index-zmozBTYC.js","/assets/invitation-page-C7nY_IGO.js","/assets/invoice-page-BFuPe8Mw.js","/assets/invoices-page-DBzZisrQ.js","/assets/invoicing-CGAPP86r.js","/assets/moments-BBVzNrxR.js","/assets/more-BmZMdvjy.js","/assets/new-password-DnA-8L1H.js","/assets/newpassword-page-CIjUHS-B.js","/assets/nextinvoice-page-7U4aPllQ.js","/assets/notfound-page-Cmqy8rjr.js","/assets/offline-D3J2aqr9.js","/assets/options-field-D4s3fp0Q.js","/assets/own-DLOlGn-X.js","/assets/owndata-page-E74GeNQI.js","/assets/passkey-LxaHEVLf.js","/assets/period-YGvuIsM2.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-Dag44oz2.js","/assets/products-page-7djQFQcX.js","/assets/recovery-D-zhMUV6.js","/assets/recovery-page-1YUmcvWh.js","/assets/refresh-BC1FhvnL.js","/assets/registration-page-CqbcZITM.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-Bnr0mlQ_.js","/assets/security-page-BN4qA6eK.js","/assets/signin-en-CR9gdYzq.js","/assets/signin-fi-Cu_FC5_F.js","/assets/signin-page-BJrZdQ-d.js","/assets/signin-sv-Jx9u35NH.js","/assets/similar-VrKbum_o.js","/assets/step-up-BU7UiIq6.js","/assets/steps-BtHohpC8.js","/assets/style-RB3eCEKi.css","/assets/theme-L1XxBJZq.js","/assets/username-page-C_TmPskO.js","/assets/users-page-CKxqftvU.js","/assets/verify-page-D1dNf1F-.js","/assets/webauthn-mjKrM_wn.js"];
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
} else if (request.mode === "navigate" && !/^\/(graphql|graphiql|healthz|readyz|identification|exports|documents|imports|demo)\b/.test(url.pathname)) {
event.respondWith(fetch(request).catch(async () => await caches.match("/index.html") ?? Response.error()));
}
});
