"""Native Word charts: a chart model becomes a DrawingML chart part with its workbook inside.

Every chart stays editable in Word ("Edit data"). Colours that the Word theme holds are theme colours, so an agency's theme
recolours the charts.
"""
