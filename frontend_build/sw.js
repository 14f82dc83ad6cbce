const VERSION = "omavirta-Dy-nN3sV";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-Bul232MY.js","/assets/app-BKDEkser.js","/assets/billing-en-CUdiJFWU.js","/assets/billing-fi-DEfaYoYw.js","/assets/billing-sv-Dyh7x0bf.js","/assets/chart-CfB1qNWd.js","/assets/checkbox-field-EzzUeW6D.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CAUW87z3.js","/assets/code-field-Daxeb0hR.js","/assets/comparison-en-BUg9vWmI.js","/assets/comparison-fi-p5TbLRsy.js","/assets/comparison-page-CFGQjxN7.js","/assets/comparison-sv-CLxQ5oh3.js","/assets/consumption-en-DeU9QYY-.js","/assets/consumption-fi-BVGtjYme.js","/assets/consumption-page-CdEoZOCX.js","/assets/consumption-sv-CMjt7ZZj.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-JJB5RfoE.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-C3e_cba4.js","/assets/details-page-CEFdpSjh.js","/assets/form-DI0rB8MY.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-BqLVocjT.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-CUrULWFT.js","/assets/identification-page-CRxCgvXg.js","/assets/index-dABgu9a1.js","/assets/invitation-page-xcUHYR2V.js","/assets/invoice-page-CCVNS_x-.js","/assets/invoices-page-iVUVvEGm.js","/assets/invoicing-Cw5x2y-s.js","/assets/last-year-BYgM1nuH.js","/assets/moments-BIuHyutZ.js","/assets/more-B9_BY_Ro.js","/assets/new-password-DoaH53LQ.js","/assets/newpassword-page-Hwmn0035.js","/assets/nextinvoice-page-C6LPXGv4.js","/assets/notfound-page-DkU3pZP4.js","/assets/offline-D3J2aqr9.js","/assets/options-field-BckDbaLO.js","/assets/own-jnnCBrL0.js","/assets/owndata-page-CsH20woZ.js","/assets/passkey-CTsbS8bY.js","/assets/period-B_TEiEzD.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-WMMLORTR.js","/assets/products-page-z6JDTTwO.js","/assets/recovery-Cd4CB_nl.js","/assets/recovery-page-MXPPQndZ.js","/assets/refresh-Dbgh4JXY.js","/assets/registration-page--k8n0xvs.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-jVWB-dls.js","/assets/security-page-CWfIHjRg.js","/assets/signin-en-BVL6SmYJ.js","/assets/signin-fi-BBx5VyQp.js","/assets/signin-page-RLXb6qB3.js","/assets/signin-sv-e5uismkT.js","/assets/similar-detBSzm0.js","/assets/step-up-Dnk6Iqdr.js","/assets/steps-DShMWBWU.js","/assets/style-DwOHLxWp.css","/assets/terms-text-BQu4JPD0.js","/assets/theme-L1XxBJZq.js","/assets/username-page-D8IY04V3.js","/assets/users-page-B6kFv9Jn.js","/assets/verify-page-BaB_R_gu.js","/assets/webauthn-mjKrM_wn.js"];
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
