"""What each measure of a question and a subject weighs; written by ``simulator.language.training.linking``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, ...]] = {
    "zh": (-0.21, -0.13, 0.39, -0.03, 1.58, -0.05, -0.01, -0.21, -0.86, -0.6, 0.43, -0.1, 0.24, 1.65, 0.68, 1.75, 1.02, -0.34, 1.56, 1.57, 0.68, 0.99, -0.86, 0.88, 0.05, -1.84, 2.51, 2.68),
    "en": (-0.88, 0.87, 0.69, -0.14, 1.85, 0.53, 0.25, 0.76, -0.83, 0.4, 0.1, 2.22, 1.0, 1.97, 2.24, 0.39, 0.86, -0.08, -0.66, 1.08, 0.43, 1.05, -0.83, 1.13, 0.86, -0.78, 2.4, 2.67),
}
"""The measures in their order (`linking.FEATURES`), then each as a share of the best subject's."""
OFFSETS = {'zh': -4.93, 'en': -4.29}
SURENESS = {'zh': (-0.05, 0.56, 0.42), 'en': (0.26, 0.24, -0.42)}
"""What the best score and its lead over the second weigh for the log-odds that it is right, and the offset."""
