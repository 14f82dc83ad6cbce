const VERSION = "omavirta-xUqNiMbx";
const FILES = ["/index.html","/manifest.webmanifest","/icon.svg","/assets/account-en-3h7ABfJM.js","/assets/account-fi-DNbxdqT6.js","/assets/account-sv-Ccc3KQNj.js","/assets/annualreport-page-CaXIZTbD.js","/assets/app-BaCyDbgm.js","/assets/billing-en-Dljfc-t5.js","/assets/billing-fi-CiFmQCQE.js","/assets/billing-sv-CI8YLvvh.js","/assets/chart-CfB1qNWd.js","/assets/checkbox-field-aP1Ao36G.js","/assets/choice-Cd967nnm.js","/assets/closed-page-CZKDHxfn.js","/assets/code-field-BuXAv_Cn.js","/assets/comparison-en-CvAecUM5.js","/assets/comparison-fi-COvRvXt8.js","/assets/comparison-page-Dp-pNQS6.js","/assets/comparison-sv-CNeMgCaw.js","/assets/consumption-en-DeU9QYY-.js","/assets/consumption-fi-BVGtjYme.js","/assets/consumption-page-DHNCWwRt.js","/assets/consumption-sv-CMjt7ZZj.js","/assets/contracts-en-CU3P1-q3.js","/assets/contracts-fi-Byzip_TH.js","/assets/contracts-page-D9qldTRf.js","/assets/contracts-sv-B92ck9Pm.js","/assets/data-BJ0Knh1N.js","/assets/details-page-BC6EbRe2.js","/assets/form-D3qhs2uD.js","/assets/guest-en-C6FjFiDW.js","/assets/guest-fi-CqYcpZmN.js","/assets/guest-sv-C2R5Ibu-.js","/assets/home-en-BGDY-OZ8.js","/assets/home-fi-BUfnEwen.js","/assets/home-page-C-Ai7Lgx.js","/assets/home-sv-B8YLIyxl.js","/assets/identification-DLOD9KLS.js","/assets/identification-page-CebXndnQ.js","/assets/index-By9_gwQi.js","/assets/invitation-page-C3l6o9dd.js","/assets/invoice-page-9eimFTFx.js","/assets/invoices-page-D80pQeVs.js","/assets/invoicing-BBN05LiZ.js","/assets/last-year-B9CeKW8-.js","/assets/moments-BM1qcjvi.js","/assets/more-Bb1UJZ79.js","/assets/new-password-BOEvWsYm.js","/assets/newpassword-page-Cvnvf2RM.js","/assets/nextinvoice-page-BLOBnL5E.js","/assets/notfound-page-iUnzpwm2.js","/assets/offline-D3J2aqr9.js","/assets/options-field-nW4ywaUb.js","/assets/own-DYu829x6.js","/assets/owndata-page-DcwEKdao.js","/assets/passkey-DkUe4Lcl.js","/assets/period-KveJrJL0.js","/assets/phones-DAELRFWe.js","/assets/plural-nfBzhWlH.js","/assets/preact-DiQsbUql.js","/assets/prices-Dh6228mx.js","/assets/products-page-Cmrgu4a6.js","/assets/recovery-BBNbXagz.js","/assets/recovery-page-BnGkGBDa.js","/assets/refresh-CuLWW_Pf.js","/assets/registration-page-Zn7uVGrJ.js","/assets/rolldown-runtime-DK3Fl9T5.js","/assets/section-DkRuSXuh.js","/assets/security-page-B1pEXcxF.js","/assets/signin-en-COwU1tvT.js","/assets/signin-fi-C2Twi7OU.js","/assets/signin-page-V3wuL5F8.js","/assets/signin-sv-BbLViiOn.js","/assets/similar-0jQxmVgj.js","/assets/step-up-B0CQfToX.js","/assets/steps-BVWDCnxo.js","/assets/style-CPDvIxGS.css","/assets/terms-text-K3rwJTV_.js","/assets/theme-L1XxBJZq.js","/assets/username-page-BXbdjbYd.js","/assets/users-page-DR7yfugu.js","/assets/verify-page-GjFNra1s.js","/assets/webauthn-mjKrM_wn.js"];
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
