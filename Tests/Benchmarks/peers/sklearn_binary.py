"""scikit-learn evaluates a binary problem from two NPY files: python3 sklearn_binary.py Y_TRUE Y_SCORE"""

import json
import sys

import numpy as np
from sklearn.metrics import average_precision_score, classification_report, log_loss, roc_auc_score

from report import averages

truth, score = np.load(sys.argv[1]), np.load(sys.argv[2])
report = classification_report(truth, (score > 0.5).astype(int), output_dict=True)
print(
    json.dumps(
        {
            **averages(report),
            "roc_auc": roc_auc_score(truth, score),
            "average_precision": average_precision_score(truth, score),
            "log_loss": log_loss(truth, score),
        }
    )
)
