const VERSION = "omavirta-maQaLUr4";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-B-liRkxe.js","/assets/app-BhYbjUjw.js","/assets/billing-en-gbf-YuQR.js","/assets/billing-fi-CYI3lASQ.js","/assets/billing-sv-BqteI7mF.js","/assets/chart-CfB1qNWd.js","/assets/checkbox-field-vJtOE2Uq.js","/assets/choice-Cd967nnm.js","/assets/closed-page-DnTbiig3.js","/assets/code-field-CGj5Qr2B.js","/assets/comparison-en-BWJ4AxL7.js","/assets/comparison-fi-_uuJF1cc.js","/assets/comparison-page-ZmD0zpd6.js","/assets/comparison-sv-DVo8YyGD.js","/assets/consumption-en-DOHmJkyU.js","/assets/consumption-fi-Qb6ktGPD.js","/assets/consumption-page-B9Zs0E3M.js","/assets/consumption-sv-CraGs3U9.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-DOF8cVNM.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-DX79vbST.js","/assets/details-page-ZdKs-i2d.js","/assets/form-9nbxsXnI.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-BFbTAumM.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-CpEKqRCY.js","/assets/identification-page-D4vqfUGn.js","/assets/index-CF6aCvCr.js","/assets/invitation-page-ywRMRrtQ.js","/assets/invoice-page-z-TsaBoA.js","/assets/invoices-page-B5-3x5kO.js","/assets/invoicing-mQoD-4C6.js","/assets/last-year-Xf_6CYJd.js","/assets/moments-Ddk6uA1C.js","/assets/more-CCiEbTom.js","/assets/new-password-BiIJZU9P.js","/assets/newpassword-page-B403t97H.js","/assets/nextinvoice-page-c2K6Mxw_.js","/assets/notfound-page-CbGc42Gt.js","/assets/offline-D3J2aqr9.js","/assets/options-field-DvVNSh10.js","/assets/own-CLGpoG86.js","/assets/owndata-page-CcNj55Nf.js","/assets/passkey-DAsfyTAT.js","/assets/period-D1MSMzES.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-DUixA-Wd.js","/assets/products-page-CpcCdA75.js","/assets/recovery-DIQbCY2G.js","/assets/recovery-page-BLW5qdpb.js","/assets/refresh-DdJhRq9P.js","/assets/registration-page-Dwvpngqp.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-Pyju4tSU.js","/assets/security-page-Ck6tqcrA.js","/assets/signin-en-DoarRWfl.js","/assets/signin-fi-Dmr9ljz_.js","/assets/signin-page-BvoxMGrr.js","/assets/signin-sv-CILGjaq4.js","/assets/similar-cXnbXk6n.js","/assets/step-up-Cxtq-Z2c.js","/assets/steps-BNbrUGjn.js","/assets/style-CWc0XFpj.css","/assets/terms-text-CXTsn6dY.js","/assets/theme-L1XxBJZq.js","/assets/username-page-DT-NSH_S.js","/assets/users-page-Dy37aBke.js","/assets/verify-page-DHbTG864.js","/assets/webauthn-mjKrM_wn.js"];
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
