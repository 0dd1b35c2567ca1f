//! The arithmetic of chance against reference values. Each comment is the call of the reference arithmetic (plain Python, `math.lgamma`,
//! 200 halvings) that gave the numbers.

use parallax::compare::distinctive::log_odds_z;
use parallax::source::concentration;
use parallax::stats::{
    CLUSTERING, Interval, Portion, SplitMix64, benjamini_hochberg, beta_cdf, beta_quantile,
    bootstrap, cohens_h, compare_rates, digest, fisher_exact, gamma_cdf, gamma_quantile, holm,
    ln_gamma, proportion_interval, rate_interval, seed, words_needed,
};
use proptest::prelude::*;

#[track_caller]
fn near(found: f64, wanted: f64) {
    let apart = (found - wanted).abs();
    assert!(
        apart <= 1e-6 * wanted.abs().max(1.0),
        "{found} is not {wanted}"
    );
}

#[track_caller]
fn near_interval(found: Interval, low: f64, high: f64) {
    near(found.low, low);
    near(found.high, high);
}

#[test]
fn gamma() {
    // math.lgamma(x)
    near(ln_gamma(0.5), 0.572_364_942_924_700_4);
    near(ln_gamma(1.0), 0.0);
    near(ln_gamma(4.5), 2.453_736_570_842_443);
    near(ln_gamma(10.0), 12.801_827_480_081_467);
    near(ln_gamma(215.25), 939.263_406_455_013_4);
    // gammap(a, x)
    near(gamma_cdf(0.5, 0.1), 0.345_279_153_981_422_95);
    near(gamma_cdf(3.0, 2.5), 0.456_186_884_116_670_7);
    near(gamma_cdf(4.5, 9.0), 0.964_826_460_533_015_2);
    near(gamma_cdf(7.375, 5.0), 0.193_633_362_811_440_45);
    near(gamma_cdf(40.0, 55.0), 0.985_302_820_473_602_1);
    // gq(p, a)
    near(gamma_quantile(0.025, 4.5), 1.350_194_749_990_179_4);
    near(gamma_quantile(0.975, 4.5), 9.511_383_899_320_812);
    near(gamma_quantile(0.975, 0.5), 2.511_943_093_657_440_5);
    near(gamma_quantile(0.025, 100.5), 81.815_014_088_484_19);
}

#[test]
fn beta() {
    // beta_cdf(a, b, x)
    near(beta_cdf(0.5, 0.5, 0.3), 0.369_010_119_565_544_97);
    near(beta_cdf(2.0, 3.0, 0.4), 0.524_799_999_999_999_8);
    near(beta_cdf(7.375, 1.125, 0.8), 0.226_973_904_078_557_55);
    near(beta_cdf(30.0, 2.0, 0.95), 0.536_596_909_857_341_1);
    near(beta_cdf(120.0, 150.0, 0.44), 0.443_384_022_741_507);
    // beta_q(a, b, p)
    near(beta_quantile(0.5, 0.5, 0.025), 0.001_541_333_133_436_012_4);
    near(beta_quantile(7.375, 1.125, 0.975), 0.994_580_495_220_660_7);
    // beta_q(4.5, 8.5, .025), beta_q(4.5, 8.5, .975): 4 of 12 things
    near_interval(
        proportion_interval(4.0, 12.0),
        0.124_537_321_452_149_41,
        0.612_436_103_442_376_9,
    );
    assert!(proportion_interval(0.0, 12.0).low.abs() < 1e-12);
    assert!((proportion_interval(12.0, 12.0).high - 1.0).abs() < 1e-12);
}

#[test]
fn rates() {
    // jeff(4, 215)
    near_interval(
        rate_interval(4.0, 215.0, 1.0),
        6.279_975_581_349_672,
        44.238_994_880_561_92,
    );
    // jeff(4 / 1.6, 215 / 1.6), jeff(11 / 1.6, 215 / 1.6)
    near_interval(
        rate_interval(4.0, 215.0, CLUSTERING),
        4.604_071_612_246_334,
        53.765_117_527_248_05,
    );
    near_interval(
        rate_interval(11.0, 215.0, CLUSTERING),
        22.707_353_689_296_642,
        101.013_035_150_509_01,
    );
    // jeff(0, 1000)
    near_interval(
        rate_interval(0.0, 1000.0, 1.0),
        0.0,
        2.511_943_093_657_440_5,
    );
}

#[test]
fn comparisons_of_rates() {
    // compare_rates(k1, w1, k2, w2): ratio, lo, hi, p
    for (counts, ratio, low, high, p) in [
        (
            [11.0, 215.0, 1.0, 52.0],
            Some(2.660_465_116_279_07),
            0.345_226_951_462_608_7,
            44.385_919_187_061_745,
            0.475_335_394_344_927,
        ),
        (
            [11.0, 215.0, 1.0, 65.0],
            Some(3.325_581_395_348_837),
            0.431_533_689_328_260_86,
            55.482_398_983_827_18,
            0.339_633_934_951_549_5,
        ),
        (
            [4.0, 215.0, 0.0, 65.0],
            None,
            0.205_824_665_438_527_3,
            1_699.875_918_813_064_1,
            0.453_354_109_367_414_05,
        ),
        (
            [30.0, 1000.0, 60.0, 1200.0],
            Some(0.6),
            0.340_225_032_662_704_4,
            1.032_284_511_599_375_3,
            0.065_450_028_337_911_8,
        ),
    ] {
        let [k1, w1, k2, w2] = counts;
        let found = compare_rates(k1, w1, k2, w2, CLUSTERING);
        assert_eq!(found.ratio.is_some(), ratio.is_some());
        near(found.ratio.unwrap_or(0.0), ratio.unwrap_or(0.0));
        near_interval(found.interval, low, high);
        near(found.p, p);
    }
}

#[test]
fn concentration_of_words() {
    // conc([15, 17]), conc([7, 3, 11, 40]): hhi and gini rounded to 4 decimals there, n_eff to 3
    for (words, hhi, effective, gini, bits) in [
        (vec![15, 17], 0.502, 1.992, 0.0312, 0.9972),
        (vec![7, 3, 11, 40], 0.4781, 2.092, 0.4713, 1.417),
    ] {
        let found = concentration(&words).expect("words");
        assert!((found.hhi - hhi).abs() < 5e-5 + 1e-9);
        assert!((found.effective - effective).abs() < 5e-4 + 1e-9);
        assert!((found.gini - gini).abs() < 5e-5 + 1e-9);
        assert!((found.entropy - bits).abs() < 5e-5 + 1e-9);
    }
}

#[test]
fn exact_test() {
    // scipy.stats.fisher_exact(table)[1]
    near(fisher_exact([[8, 2], [1, 5]]), 0.034_965_034_965_034_96);
    near(fisher_exact([[3, 1], [1, 3]]), 0.485_714_285_714_285_7);
    near(fisher_exact([[0, 10], [12, 2]]), 6.730_380_939_561_179e-5);
    near(fisher_exact([[0, 0], [3, 4]]), 1.0);
}

#[test]
fn many_tests() {
    let p = [0.01, 0.04, 0.03, 0.005];
    for (found, wanted) in holm(&p).into_iter().zip([0.03, 0.06, 0.06, 0.02]) {
        near(found, wanted);
    }
    for (found, wanted) in benjamini_hochberg(&p)
        .into_iter()
        .zip([0.02, 0.04, 0.04, 0.02])
    {
        near(found, wanted);
    }
    assert!(holm(&[]).is_empty() && benjamini_hochberg(&[]).is_empty());
}

#[test]
fn words_that_a_difference_needs() {
    // base rate and ratio: φ (1.959964 + 0.841621)² (1/r1 + 1/r2) / ln(ratio)²
    assert_eq!(words_needed(20.0, 2.0, CLUSTERING), Some(1961));
    assert_eq!(words_needed(20.0, 3.0, CLUSTERING), Some(694));
    assert_eq!(words_needed(10.0, 2.0, CLUSTERING), Some(3921));
    assert_eq!(words_needed(2.0, 3.0, CLUSTERING), Some(6937));
    assert_eq!(words_needed(20.0, 1.0, CLUSTERING), None);
    assert_eq!(words_needed(0.0, 2.0, CLUSTERING), None);
    near(cohens_h(1.0, 0.0), std::f64::consts::PI);
}

#[test]
fn words_that_mark_a_text() {
    // ln((y1+a)/(n1+a0-y1-a)) - ln((y2+a)/(n2+a0-y2-a)) over sqrt(1/(y1+a) + 1/(y2+a)), by `math.log` and `math.sqrt`
    for (here, there, prior, z) in [
        (
            [12.0, 1500.0],
            [2.0, 1800.0],
            [0.14, 33.0],
            2.591_355_032_755_030_3,
        ),
        (
            [0.0, 1000.0],
            [9.0, 4000.0],
            [0.09, 50.0],
            -0.975_389_745_895_554,
        ),
        ([30.0, 2500.0], [30.0, 2500.0], [0.6, 50.0], 0.0),
    ] {
        near(log_odds_z(here, there, prior), z);
        near(log_odds_z(there, here, prior), -z);
    }
}

#[test]
fn chance_repeats() {
    // The generator's published values for the seed 1234567.
    let mut random = SplitMix64::new(1_234_567);
    assert_eq!(random.next_u64(), 6_457_827_717_110_365_317);
    assert_eq!(random.next_u64(), 3_203_168_211_198_807_973);
    assert_eq!(random.next_u64(), 9_817_491_932_198_370_423);
    // int.from_bytes(sha256(sha256(b"text").digest() + b"reported.share" + b"abc").digest()[:8], "big")
    assert_eq!(
        seed(&digest("text"), "reported.share", "abc"),
        16_973_835_740_603_400_970
    );
}

#[test]
fn the_bootstrap_covers_the_share_and_repeats() {
    let sentences: Vec<Portion> = (0..20)
        .map(|index| Portion {
            part: if index % 3 == 0 { 10 } else { 0 },
            whole: 20,
        })
        .collect();
    let found = bootstrap(&sentences, 7).expect("enough sentences");
    assert_eq!(bootstrap(&sentences, 7), Some(found));
    assert!(found.low < 0.175 && 0.175 < found.high, "{found:?}");
    assert!(bootstrap(&sentences[..11], 7).is_none());
    let few: Vec<Portion> = sentences
        .iter()
        .map(|_| Portion { part: 0, whole: 9 })
        .collect();
    assert!(bootstrap(&few, 7).is_none());
}

proptest! {
    #[test]
    fn quantiles_invert(a in 0.3_f64..80.0, b in 0.3_f64..80.0, p in 0.001_f64..0.999) {
        prop_assert!((gamma_cdf(a, gamma_quantile(p, a)) - p).abs() < 1e-7);
        prop_assert!((beta_cdf(a, b, beta_quantile(a, b, p)) - p).abs() < 1e-7);
    }

    #[test]
    fn a_comparison_turned_round_is_the_same(k1 in 0_u32..60, k2 in 0_u32..60, w1 in 50_u32..3000, w2 in 50_u32..3000) {
        let [k1, k2, w1, w2] = [k1, k2, w1, w2].map(f64::from);
        let (one, other) = (compare_rates(k1, w1, k2, w2, CLUSTERING), compare_rates(k2, w2, k1, w1, CLUSTERING));
        prop_assert!((one.p - other.p).abs() < 1e-7);
        prop_assert!((0.0..=1.0).contains(&one.p));
    }

    #[test]
    fn adjusted_values_are_no_smaller(p in proptest::collection::vec(0.0_f64..=1.0, 0..12)) {
        for ((raw, holm), q) in p.iter().zip(holm(&p)).zip(benjamini_hochberg(&p)) {
            prop_assert!(*raw <= q + 1e-15 && q <= holm + 1e-15 && holm <= 1.0);
        }
    }
}
