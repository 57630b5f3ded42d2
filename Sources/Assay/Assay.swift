// A program that imports `Assay` sees all of these; see Assay.docc for how they fit together.
@_exported public import Diagnostics
@_exported public import Evaluation
@_exported public import Experiments
@_exported public import Jobs
@_exported public import PredictionFiles
@_exported public import ReportModel
@_exported public import RunExchange
@_exported public import RunModel
@_exported public import RunRegistry
@_exported public import SiteBuilder
