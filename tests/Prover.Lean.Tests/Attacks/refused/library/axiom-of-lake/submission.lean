import Lake.Build.Data
theorem t : Lake.DataType `bool = Bool := Lake.DataType.bool
