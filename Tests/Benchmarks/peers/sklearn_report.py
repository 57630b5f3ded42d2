"""pandas reads a prediction file, scikit-learn evaluates it: python3 sklearn_report.py FILE

Prints the numbers as JSON: report, confusion, ROC AUC, average precision, log loss.
"""

import json
import sys
import warnings

import numpy as np
import pandas as pd
from sklearn.metrics import (
    average_precision_score,
    classification_report,
    confusion_matrix,
    log_loss,
    roc_auc_score,
)

from report import averages

# Six decimals do not sum to exactly 1, of which log_loss warns.
warnings.filterwarnings("ignore", category=UserWarning)
table = pd.read_csv(sys.argv[1])
truth, predicted = table["y_true"], table["y_pred"]
columns = [name for name in table.columns if name.startswith("proba_")]
probabilities = table[columns].to_numpy()
labels = np.sort(truth.unique())
report = classification_report(truth, predicted, output_dict=True)
confusion = confusion_matrix(truth, predicted)
print(
    json.dumps(
        {
            **averages(report),
            "roc_auc_ovr_macro": roc_auc_score(truth, probabilities, multi_class="ovr"),
            "average_precision_macro": average_precision_score(
                np.stack([truth == label for label in labels], axis=1), probabilities
            ),
            "log_loss": log_loss(truth, probabilities),
            "confusion": confusion.tolist(),
        }
    )
)
