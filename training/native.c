/* Inner loops of training that PyTorch has no fast form for: the recurrence of a simple recurrent unit and a linear-chain CRF.
   cc -O3 -march=native -ffast-math -shared -fPIC -o native.so native.c -lm -lmvec */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SIG(a) (1.f / (1.f + expf(-(a))))

/* u [n,3h] = z, f, r before their functions; x [n,h]; v [2,h]; first[t] = 1 where the scan begins anew. Scans t = 0..n-1, or n-1..0. */
void sru_forward(long n, long h, int reverse, const unsigned char *first, const float *u, const float *x, const float *v,
                 float *c, float *f, float *r, float *o) {
    for (long k = 0; k < n; k++) {
        long t = reverse ? n - 1 - k : k, p = reverse ? t + 1 : t - 1;
        const float *ut = u + t * 3 * h, *xt = x + t * h;
        float *ct = c + t * h, *ft = f + t * h, *rt = r + t * h, *ot = o + t * h;
        if (first[t]) {
            for (long i = 0; i < h; i++) {
                float a = SIG(ut[h + i]), b = SIG(ut[2 * h + i]), s = (1 - a) * ut[i];
                ft[i] = a; rt[i] = b; ct[i] = s; ot[i] = b * s + (1 - b) * xt[i];
            }
        } else {
            const float *cp = c + p * h;
            for (long i = 0; i < h; i++) {
                float a = SIG(ut[h + i] + v[i] * cp[i]), b = SIG(ut[2 * h + i] + v[h + i] * cp[i]), s = a * cp[i] + (1 - a) * ut[i];
                ft[i] = a; rt[i] = b; ct[i] = s; ot[i] = b * s + (1 - b) * xt[i];
            }
        }
    }
}

void sru_backward(long n, long h, int reverse, const unsigned char *first, const float *u, const float *x, const float *v,
                  const float *c, const float *f, const float *r, const float *go, float *gu, float *gx, float *gv) {
    float *carry = calloc(h, sizeof(float));
    memset(gv, 0, 2 * h * sizeof(float));
    for (long k = n - 1; k >= 0; k--) {
        long t = reverse ? n - 1 - k : k, p = reverse ? t + 1 : t - 1;
        const float *ut = u + t * 3 * h, *xt = x + t * h, *ct = c + t * h, *ft = f + t * h, *rt = r + t * h, *gt = go + t * h;
        float *gut = gu + t * 3 * h, *gxt = gx + t * h;
        int begin = first[t];
        const float *cp = begin ? NULL : c + p * h;
        for (long i = 0; i < h; i++) {
            float prev = begin ? 0.f : cp[i];
            float gc = gt[i] * rt[i] + carry[i];
            float gr = gt[i] * (ct[i] - xt[i]) * rt[i] * (1 - rt[i]);
            float gf = gc * (prev - ut[i]) * ft[i] * (1 - ft[i]);
            gxt[i] = gt[i] * (1 - rt[i]);
            gut[i] = gc * (1 - ft[i]); gut[h + i] = gf; gut[2 * h + i] = gr;
            carry[i] = begin ? 0.f : gc * ft[i] + gf * v[i] + gr * v[h + i];
            gv[i] += gf * prev; gv[h + i] += gr * prev;
        }
    }
    free(carry);
}

/* Negative log likelihood of tags y over chains [at[b], at[b+1]), and its gradients. e [n,k]; trans [k,k] from, to. */
double crf(long chains, const long *at, long k, const float *e, const long *y, const float *trans, const float *start, const float *end,
           float *ge, float *gtrans, float *gstart, float *gend) {
    double *T = malloc(k * k * sizeof(double)), nll = 0;
    long longest = 0;
    for (long b = 0; b < chains; b++) if (at[b + 1] - at[b] > longest) longest = at[b + 1] - at[b];
    double *A = malloc((longest + 1) * k * sizeof(double)), *B = malloc((longest + 1) * k * sizeof(double)), *X = malloc((longest + 1) * k * sizeof(double));
    for (long i = 0; i < k * k; i++) T[i] = exp(trans[i]);
    memset(gtrans, 0, k * k * sizeof(float)); memset(gstart, 0, k * sizeof(float)); memset(gend, 0, k * sizeof(float));
    for (long b = 0; b < chains; b++) {
        long s = at[b], n = at[b + 1] - s;
        if (n <= 0) continue;
        double logz = 0;
        for (long t = 0; t < n; t++) {
            float m = e[(s + t) * k];
            for (long j = 1; j < k; j++) if (e[(s + t) * k + j] > m) m = e[(s + t) * k + j];
            double sum = 0;
            for (long j = 0; j < k; j++) X[t * k + j] = exp(e[(s + t) * k + j] - m);
            for (long j = 0; j < k; j++) {
                double a = 0;
                if (t == 0) a = exp(start[j]);
                else for (long i = 0; i < k; i++) a += A[(t - 1) * k + i] * T[i * k + j];
                a *= X[t * k + j];
                if (t == n - 1) a *= exp(end[j]);
                A[t * k + j] = a; sum += a;
            }
            for (long j = 0; j < k; j++) A[t * k + j] /= sum;
            logz += log(sum) + m;
        }
        for (long j = 0; j < k; j++) B[(n - 1) * k + j] = 1;
        for (long t = n - 2; t >= 0; t--) {
            double sum = 0;
            for (long i = 0; i < k; i++) {
                double a = 0;
                for (long j = 0; j < k; j++) a += T[i * k + j] * X[(t + 1) * k + j] * B[(t + 1) * k + j] * (t + 1 == n - 1 ? exp(end[j]) : 1);
                B[t * k + i] = a; sum += a;
            }
            for (long i = 0; i < k; i++) B[t * k + i] /= sum;
        }
        double gold = start[y[s]] + end[y[s + n - 1]];
        for (long t = 0; t < n; t++) {
            gold += e[(s + t) * k + y[s + t]];
            double sum = 0;
            for (long j = 0; j < k; j++) sum += A[t * k + j] * B[t * k + j];
            for (long j = 0; j < k; j++) {
                float p = A[t * k + j] * B[t * k + j] / sum;
                ge[(s + t) * k + j] = p;
                if (t == 0) gstart[j] += p;
                if (t == n - 1) gend[j] += p;
            }
            ge[(s + t) * k + y[s + t]] -= 1;
            if (t) {
                gold += trans[y[s + t - 1] * k + y[s + t]];
                double z = 0;
                for (long i = 0; i < k; i++) for (long j = 0; j < k; j++)
                    z += A[(t - 1) * k + i] * T[i * k + j] * X[t * k + j] * B[t * k + j] * (t == n - 1 ? exp(end[j]) : 1);
                for (long i = 0; i < k; i++) for (long j = 0; j < k; j++)
                    gtrans[i * k + j] += A[(t - 1) * k + i] * T[i * k + j] * X[t * k + j] * B[t * k + j] * (t == n - 1 ? exp(end[j]) : 1) / z;
                gtrans[y[s + t - 1] * k + y[s + t]] -= 1;
            }
        }
        gstart[y[s]] -= 1; gend[y[s + n - 1]] -= 1;
        nll += logz - gold;
    }
    free(T); free(A); free(B); free(X);
    return nll;
}

/* Token shift: s = y + mix * (p - y), p the neighbour before (or behind, in reverse), 0 at the edge of a window. */
void shift_forward(long n, long w, int reverse, const unsigned char *edge, const float *y, const float *mix, float *s) {
    for (long t = 0; t < n; t++) {
        const float *a = y + t * w, *p = edge[t] ? NULL : y + (reverse ? t + 1 : t - 1) * w;
        float *o = s + t * w;
        if (p) for (long i = 0; i < w; i++) o[i] = a[i] + mix[i] * (p[i] - a[i]);
        else for (long i = 0; i < w; i++) o[i] = a[i] - mix[i] * a[i];
    }
}

void shift_backward(long n, long w, int reverse, const unsigned char *edge, const float *y, const float *mix, const float *gs, float *gy, float *gmix) {
    memset(gmix, 0, w * sizeof(float));
    for (long t = 0; t < n; t++)
        for (long i = 0; i < w; i++) gy[t * w + i] = (1 - mix[i]) * gs[t * w + i];
    for (long t = 0; t < n; t++) {
        const float *a = y + t * w, *g = gs + t * w;
        if (edge[t]) for (long i = 0; i < w; i++) gmix[i] -= g[i] * a[i];
        else {
            long q = reverse ? t + 1 : t - 1;
            const float *p = y + q * w;
            float *gp = gy + q * w;
            for (long i = 0; i < w; i++) { gmix[i] += g[i] * (p[i] - a[i]); gp[i] += mix[i] * g[i]; }
        }
    }
}
