const VERSION = "omavirta-pFe8ARPn";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/app-2NzriAcr.js","/assets/chart-BMiP9bOD.js","/assets/checkbox-field-Cjt3zG9D.js","/assets/choice-Cd967nnm.js","/assets/closed-page-vJ0xwaRO.js","/assets/code-field-CtmXdXCU.js","/assets/consumption-en-mzyMHL_x.js","/assets/consumption-fi-CM7ioxI_.js","/assets/consumption-page-PrmKpVlq.js","/assets/consumption-sv-B8vYKAlc.js","/assets/customer-D_WnNfLx.js","/assets/data-D-o53wiO.js","/assets/details-page-DaGB2Lym.js","/assets/form-D_1ASW3x.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-RJLO6Xa3.js","/assets/home-fi-dTPMWm9K.js","/assets/home-page-Dj9jIl5S.js","/assets/home-sv-D7GBxyBm.js","/assets/identification-X-07KdMN.js","/assets/identification-page-D7XQQSvX.js","/assets/index-BocWLH7T.js","/assets/invitation-page-BNsnMnSU.js","/assets/moments-DpjrrXhv.js","/assets/new-password-C7dkNjew.js","/assets/newpassword-page-D_t28nzF.js","/assets/notfound-page-C-8Zz2ch.js","/assets/offline-D3J2aqr9.js","/assets/options-field-C_b0bpbm.js","/assets/own-DVOJ_SAM.js","/assets/owndata-page-DTOaTQ1E.js","/assets/passkey-DmtD9YS8.js","/assets/phones-DAELRFWe.js","/assets/place-name-BeoWWsEW.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/recovery-BF_jXgcL.js","/assets/recovery-page-Bryo-KqB.js","/assets/refresh-DxVAq35-.js","/assets/registration-page-BxlBsADA.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/security-page-DL6nVa2i.js","/assets/signin-en-jwnnr2oM.js","/assets/signin-fi-gXHWcZPf.js","/assets/signin-page-CeN7ZY4g.js","/assets/signin-sv-BN15a13q.js","/assets/step-up-Du_83RCz.js","/assets/steps-BcuXafgR.js","/assets/style-CbtRWYC6.css","/assets/theme-L1XxBJZq.js","/assets/username-page-DQKrVa4E.js","/assets/users-page-BhPxSZ_O.js","/assets/webauthn-mjKrM_wn.js"];
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
