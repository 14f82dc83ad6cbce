const VERSION = "omavirta-e6sXiMLL";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-c8pqm7vj.js","/assets/app-CN20sXYZ.js","/assets/billing-en-CKaPYjGq.js","/assets/billing-fi-CM2JQ5Rm.js","/assets/billing-sv-6SzFseQW.js","/assets/chart-CfB1qNWd.js","/assets/checkbox-field-XxGiS8v2.js","/assets/choice-Cd967nnm.js","/assets/closed-page-BkdEsphR.js","/assets/code-field-BCXNPgo8.js","/assets/comparison-en-CvAecUM5.js","/assets/comparison-fi-COvRvXt8.js","/assets/comparison-page-ClNCgQPj.js","/assets/comparison-sv-CNeMgCaw.js","/assets/consumption-en-DeU9QYY-.js","/assets/consumption-fi-BVGtjYme.js","/assets/consumption-page-Dr1NZmtk.js","/assets/consumption-sv-CMjt7ZZj.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-qfBuJ-Kt.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-D5Aw2u5-.js","/assets/details-page-CItSk5_g.js","/assets/form-_rC0Lcn2.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-ZKGaRPQI.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-DaE9yStZ.js","/assets/identification-page-DInuTcQq.js","/assets/index-B3_qx6hl.js","/assets/invitation-page-Cyj-2Tuv.js","/assets/invoice-page-B5psnaGV.js","/assets/invoices-page-DGtY3OQs.js","/assets/invoicing-B-IYGs39.js","/assets/last-year-CkaKFxOe.js","/assets/moments-BatGZuSw.js","/assets/more-BIKi1qlZ.js","/assets/new-password-Cs-2hYL7.js","/assets/newpassword-page-CfDjUsOh.js","/assets/nextinvoice-page-YZzBgczV.js","/assets/notfound-page-b9jjHKkZ.js","/assets/offline-D3J2aqr9.js","/assets/options-field-C5jfBBpP.js","/assets/own-BAD7Z36B.js","/assets/owndata-page-CxYn5z_b.js","/assets/passkey-Bf-yreKW.js","/assets/period-tGg5U_cs.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-DDMGjC5v.js","/assets/products-page-CkWZXsrQ.js","/assets/recovery-DkiPKjb9.js","/assets/recovery-page-LWEs2vnz.js","/assets/refresh-Cc0AF-q3.js","/assets/registration-page-BhaRbGRd.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-Ckdanben.js","/assets/security-page-BqeBYokU.js","/assets/signin-en-DqHPqxX-.js","/assets/signin-fi-CTN_vtDe.js","/assets/signin-page-yEQYA9df.js","/assets/signin-sv-BX1akUFF.js","/assets/similar-C-kGbU46.js","/assets/step-up-D-Q81RxK.js","/assets/steps-Bh0BBkW5.js","/assets/style-DwOHLxWp.css","/assets/terms-text-CELnrq1l.js","/assets/theme-L1XxBJZq.js","/assets/username-page-DNWqRdkb.js","/assets/users-page-Cv4MzE8f.js","/assets/verify-page-CPV8yI0R.js","/assets/webauthn-mjKrM_wn.js"];
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
