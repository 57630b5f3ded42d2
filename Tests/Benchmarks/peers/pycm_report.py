"""PyCM evaluates a file of labels and writes its HTML report: python3 pycm_report.py FILE OUT"""

import json
import sys

import pandas as pd
from pycm import ConfusionMatrix

table = pd.read_csv(sys.argv[1])
matrix = ConfusionMatrix(actual_vector=table.y_true.to_numpy(), predict_vector=table.y_pred.to_numpy())
matrix.save_html(sys.argv[2].removesuffix(".html"))
print(json.dumps({"accuracy": matrix.Overall_ACC, "f1_macro": matrix.F1_Macro}))
